namespace Trawl.Model.Plugins;

/// <summary>What a plugin needs, or is granted, beyond its own folder and a temporary one.</summary>
public sealed record PluginCapabilities
{
    /// <summary>What every plugin may use without asking, in bytes.</summary>
    public const long FreeMemory = 256L << 20;

    /// <summary>Hosts it talks to, <c>name</c> or <c>name:port</c>.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Files and folders outside its own.</summary>
    public IReadOnlyList<PluginFile> Files { get; init; } = [];

    /// <summary>Environment variables whose values it gets.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Whether it starts processes of its own.</summary>
    public bool Processes { get; init; }

    /// <summary>Memory of one worker, in bytes.</summary>
    public long Memory { get; init; } = FreeMemory;
}
