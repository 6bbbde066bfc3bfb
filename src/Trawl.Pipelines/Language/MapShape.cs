namespace Trawl.Pipelines.Language;

/// <summary>A map with keys of the language.</summary>
/// <param name="name">Its name in the reference and the JSON Schema.</param>
/// <param name="keys">Its keys; asked for late, since maps hold each other.</param>
internal sealed class MapShape(string name, Func<IReadOnlyList<Key>> keys) : Shape
{
    private IReadOnlyList<Key>? _keys;

    public string Name { get; } = name;

    public required string Doc { get; init; }

    /// <summary>YAML that shows it.</summary>
    public required string Example { get; init; }

    public IReadOnlyList<Key> Keys => _keys ??= keys();

    /// <summary>Keys that exclude each other.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>Whether one of <see cref="OneOf"/> must be there.</summary>
    public bool NeedsOne { get; init; }

    /// <summary>What an unknown key is called: a rule of its own where keys are more like values.</summary>
    public Diagnostics.DiagnosticRule UnknownKeyRule { get; init; } = Diagnostics.Rules.UnknownKey;

    public override string Summary => $"{Name} map";

    public Key? Find(string key) => Keys.FirstOrDefault(k => k.Name == key);
}
