using System.Text.Json.Nodes;

namespace Trawl.Pipelines.Language;

/// <summary>A single value.</summary>
/// <param name="name">
/// Name of the kind of value, in the reference and as a definition of the JSON Schema; null for one without.
/// </param>
/// <param name="summary">In a few words.</param>
/// <param name="check">Finds what is wrong with a text; null when nothing is.</param>
/// <param name="schema">Its JSON Schema.</param>
internal sealed class ScalarShape(string? name, string summary, Func<string, Fault?> check, Func<JsonObject> schema)
    : Shape
{
    public string? Name { get; } = name;

    public override string Summary { get; } = summary;

    /// <summary>How it is written, for the reference.</summary>
    public string Doc { get; init; } = "";

    /// <summary>The values there are, with their meaning; empty when they cannot be listed.</summary>
    public IReadOnlyList<(string Value, string Doc)> Choices { get; init; } = [];

    public Fault? Check(string text) => check(text);

    public JsonObject Schema() => schema();
}
