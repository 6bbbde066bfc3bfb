using System.Text.RegularExpressions;
using Trawl.Model.Plans;
using Trawl.Steps.Content;
using Trawl.Steps.Transforms;

namespace Trawl.Steps.Selecting;

/// <summary>A regular expression on the page's source; inside a found element or value, on its text.</summary>
internal sealed class RegexItems(SelectorSpec spec) : ItemSelector(spec)
{
    private readonly Regex _regex = Patterns.Compile(spec.Text);

    public override void Find(PageView page, in Found scope, List<Found> into)
    {
        var text = TextOf(page, scope);
        if (text is null) return;
        var isPage = scope.Kind == FoundKind.Page;
        for (var match = _regex.Match(text); match.Success && into.Count < PageLimits.Values; match = match.NextMatch())
        {
            if (Patterns.Group(match) is { } part) into.Add(Found.OfText(part.Value, offset: isPage ? part.Index : -1));
        }
    }

    private static string? TextOf(PageView page, in Found scope) => scope.Kind switch
    {
        FoundKind.Page => page.Text,
        FoundKind.Element => page.Texts.Raw(scope.Node),
        FoundKind.Json => JsonValueText.Of(scope.Json, asJson: false)?.Text,
        _ => scope.Text,
    };
}
