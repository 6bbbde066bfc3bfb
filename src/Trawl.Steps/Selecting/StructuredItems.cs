using System.Text.Json;
using Trawl.Html.Json;
using Trawl.Model.Plans;
using Trawl.Steps.Content;

namespace Trawl.Steps.Selecting;

/// <summary>JSONPath on structured data of an HTML page; inside a found item, on that item.</summary>
internal sealed class StructuredItems(SelectorSpec spec, JsonPathSelector selector, Func<PageView, JsonElement?> root)
    : ItemSelector(spec)
{
    public override void Find(PageView page, in Found scope, List<Found> into)
    {
        if (scope.Kind == FoundKind.Json) JsonPathItems.Select(page, selector, scope.Json, into);
        else if (root(page) is { } json) JsonPathItems.Select(page, selector, json, into);
    }
}
