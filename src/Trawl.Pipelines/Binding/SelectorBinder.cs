using Trawl.Model.Plans;
using Trawl.Pipelines.Language;
using Trawl.Pipelines.Syntax;
using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Binding;

/// <summary>Binds selectors, and what a selector's text says to take.</summary>
internal static class SelectorBinder
{
    /// <summary>
    /// A text is CSS; a map says its language. An empty selector is the element itself. Null when there is none.
    /// </summary>
    public static SelectorSpec? One(Node? node)
    {
        if (node.AsText() is { } css) return Css(css);
        if (node is not MapNode map) return null;
        foreach (string key in SelectorLanguages.Names)
        {
            if (map.Text(key) is not { } text) continue;
            var spec = key == "css" ? Css(text) : new SelectorSpec(SelectorLanguages.ByKey[key], text);
            return map.Text("take") is { } take ? spec with { Take = take } : spec;
        }

        return null;
    }

    private static SelectorSpec Css(string text)
    {
        var split = CssText.Split(text);
        return new SelectorSpec(SelectorLanguage.Css, split.Selector, split.Take);
    }
}
