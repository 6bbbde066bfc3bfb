namespace Trawl.Model.Plugins;

/// <summary>A setting of a plugin: what a pipeline may write, and what holds without it.</summary>
public sealed record PluginSetting
{
    /// <summary>Its key.</summary>
    public required string Name { get; init; }

    /// <summary>The type of its value, or of each value of a list.</summary>
    public required PluginSettingType Type { get; init; }

    /// <summary>Whether it is a list.</summary>
    public bool Many { get; init; }

    /// <summary>Whether a pipeline must give it.</summary>
    public bool Required { get; init; }

    /// <summary>The value, as text, where the pipeline gives none; null for none.</summary>
    public string? Default { get; init; }

    /// <summary>Smallest number, as text.</summary>
    public string? Min { get; init; }

    /// <summary>Largest number, as text.</summary>
    public string? Max { get; init; }

    /// <summary>A regular expression that a text must match somewhere.</summary>
    public string? Pattern { get; init; }

    /// <summary>The values allowed; empty allows all.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>What it does, in a sentence.</summary>
    public string Doc { get; init; } = "";
}
