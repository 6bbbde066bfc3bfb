namespace Trawl.Ipc.Bench.Racing;

/// <summary>One way to talk, as two commands: one serves, one drives and takes orders on its standard input.</summary>
/// <param name="Name">What results are filed under.</param>
/// <param name="Label">What tables show.</param>
/// <param name="Serve">The serving command; empty where the driver starts its own. <c>{at}</c> stands for the endpoint.</param>
/// <param name="Drive">The driving command.</param>
internal sealed record Rival(string Name, string Label, string[] Serve, string[] Drive)
{
    /// <summary>True when it keeps a core busy even while nobody asks: it is stopped between its turns.</summary>
    internal bool Spins { get; init; }

    /// <summary>True when both sides are to share one core.</summary>
    internal bool OneCore { get; init; }

    /// <summary>A daemon it cannot do without.</summary>
    internal string[] Daemon { get; init; } = [];

    /// <summary>The file that is missing where it is not installed.</summary>
    internal string? Needs { get; init; }

    internal bool IsInstalled => Needs is null || File.Exists(Needs);

    /// <summary>The same with both sides pinned to one core.</summary>
    internal Rival OnOneCore() => this with { Name = Name + "-1core", Label = Label + ", one core", OneCore = true };
}
