namespace Trawl.Model.Plugins;

/// <summary>What a plugin says of itself, in its <c>plugin.yaml</c>.</summary>
public sealed record PluginManifest
{
    /// <summary>The file's name in a plugin's folder.</summary>
    public const string FileName = "plugin.yaml";

    /// <summary>The contract between engine and worker that this Trawl speaks.</summary>
    public const int CurrentContract = 1;

    /// <summary>Its name among all plugins: words of <c>[a-z0-9-]</c> with dots between.</summary>
    public required string Id { get; init; }

    /// <summary>Its version, as in <c>1.2.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The contract it was written for.</summary>
    public required int Contract { get; init; }

    /// <summary>What it does, in a sentence; null for nothing said.</summary>
    public string? Doc { get; init; }

    /// <summary>The command that starts a worker, in the plugin's folder: a program and its arguments.</summary>
    public required IReadOnlyList<string> Run { get; init; }

    /// <summary>What it can be asked to do; at least one.</summary>
    public required IReadOnlyList<PluginOffer> Offers { get; init; }

    /// <summary>Its settings, in the order written.</summary>
    public IReadOnlyList<PluginSetting> Settings { get; init; } = [];

    /// <summary>What it needs. An item that begins with <c>$</c> names the setting that holds it.</summary>
    public PluginCapabilities Needs { get; init; } = new();

    /// <summary>What it offers of a kind; null when it does not.</summary>
    public PluginOffer? Offer(PluginKind kind) => Offers.FirstOrDefault(offer => offer.Kind == kind);
}
