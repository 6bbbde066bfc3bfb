namespace Trawl.Pipelines.Language;

/// <summary>A key of the language.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Doc">What it means.</param>
internal sealed record Key(string Name, Shape Shape, string Doc)
{
    /// <summary>Whether its map means nothing without it.</summary>
    public bool Required { get; init; }

    /// <summary>What holds without the key, as the reference writes it; null when there is nothing to say.</summary>
    public string? Default { get; init; }

    /// <summary>A value as an example.</summary>
    public string? Example { get; init; }

    /// <summary>Keys one of which must stand beside it; empty when it needs none.</summary>
    public IReadOnlyList<string> OnlyWith { get; init; } = [];
}
