using System.Text.Json;
using Trawl.Api.Lineage;

namespace Trawl.Mcp.Tools.Answers;

internal sealed record FieldStory
{
    public required string Field { get; init; }

    public required IReadOnlyList<JsonElement> Values { get; init; }

    public required string Take { get; init; }

    public required IReadOnlyList<SelectorStory> Selectors { get; init; }

    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>A field and those below it, one after the other.</summary>
    public static IEnumerable<FieldStory> Of(FieldLineage field) => field.Fields.SelectMany(Of).Prepend(new FieldStory
    {
        Field = field.Path,
        Values = field.Values,
        Take = field.Take,
        Selectors = [.. field.Selectors.Select(Of)],
        Problems = [.. field.Problems.Select(p => $"{p.Rule}: {p.Message}")],
    });

    private static SelectorStory Of(SelectorLineage selector) => new(
        selector.Selector?.Text, selector.Count, selector.Chosen, [.. selector.Taken.Take(5).Select(t => t.Text ?? t.Snippet)]);
}
