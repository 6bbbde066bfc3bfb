using System.Text.Json;
using Trawl.Html.Json;
using Trawl.Model.Plans;
using Trawl.Steps.Content;

namespace Trawl.Steps.Selecting;

/// <summary>JSONPath on a JSON response; inside a found value, on that value.</summary>
internal sealed class JsonPathItems(SelectorSpec spec, JsonPathSelector selector) : ItemSelector(spec)
{
    public override void Find(PageView page, in Found scope, List<Found> into)
    {
        if (scope.Kind == FoundKind.Json) Select(page, selector, scope.Json, into);
        else if (page.Json is { } json) Select(page, selector, json, into);
    }

    public static void Select(PageView page, JsonPathSelector selector, JsonElement root, List<Found> into)
    {
        var values = page.RentJson();
        if (!selector.Select(root, values)) page.Warn($"\"{selector.Text}\" visits too many values; the rest is not looked at.");
        foreach (var value in values) into.Add(Found.OfJson(value));
        page.Return(values);
    }
}
