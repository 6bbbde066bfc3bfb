using System.Text.Json;
using Trawl.Model.Plans;
using Trawl.Steps.Content;

namespace Trawl.Steps.Selecting;

/// <summary>A meta property of the page by name, whatever the scope: there is one head.</summary>
internal sealed class MetaItems(SelectorSpec spec) : ItemSelector(spec)
{
    private readonly string _name = spec.Text.Trim().ToLowerInvariant();

    public override void Find(PageView page, in Found scope, List<Found> into)
    {
        if (page.Meta is not { } meta || !meta.TryGetProperty(_name, out var value)) return;
        if (value.ValueKind != JsonValueKind.Array)
        {
            into.Add(Found.OfJson(value));
            return;
        }

        foreach (var item in value.EnumerateArray()) into.Add(Found.OfJson(item));
    }
}
