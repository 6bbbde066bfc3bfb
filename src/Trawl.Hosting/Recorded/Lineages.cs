using System.Text.Json;
using Trawl.Api.Lineage;
using Trawl.Api.Pages;
using Trawl.Steps.Tracing;

namespace Trawl.Hosting.Recorded;

/// <summary>Traces for the API.</summary>
internal static class Lineages
{
    public static FieldLineage Of(FieldTrace trace) => new()
    {
        Path = trace.Path,
        Values = [.. trace.Values.Select(Json)],
        Source = trace.Field.Source,
        Type = trace.Field.Type,
        Locale = trace.Field.Locale,
        Take = trace.Field.Take,
        Selectors = [.. trace.Selectors.Select(Of)],
        Conversions = [.. trace.Conversions.Select(c => new ConversionStep(c.Text, c.Value is { } value ? Json(value) : null, c.Expected))],
        Default = trace.Default,
        Rules = trace.Field.Rules,
        Problems = trace.Problems,
        Fields = [.. trace.Fields.Select(Of)],
    };

    private static SelectorLineage Of(SelectorTrace trace) => new(
        trace.Selector is { } selector ? new SelectorText(selector.Language, selector.Text) : null,
        trace.Count,
        trace.Chosen,
        [.. trace.Taken.Select(t => Places.Of(t.Place, t.Text))],
        [.. trace.Transforms.Select(t => new TransformStep(t.Transform.Name, t.Transform.Arguments, t.Before, t.After))]);

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
