using Trawl.Html.Json;
using Trawl.Html.Selectors;
using Trawl.Model.Plans;

namespace Trawl.Steps.Selecting;

/// <summary>Compiles a plan's selectors; equal CSS selectors become one, so that each is evaluated once a page.</summary>
internal sealed class SelectorCompiler
{
    private readonly List<CssSelector> _css = [];
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);

    public SelectorCompiler() => Base = Share(Css("base[href]"));

    /// <summary>The CSS selectors that are evaluated together, by <see cref="CssItems.Index"/>.</summary>
    public IReadOnlyList<CssSelector> Shared => _css;

    /// <summary>Index of the selector that finds the page's base element.</summary>
    public int Base { get; }

    /// <exception cref="ArgumentException">The selector is wrong: the plan was not validated.</exception>
    public ItemSelector Compile(SelectorSpec spec) => spec.Language switch
    {
        SelectorLanguage.Css => CompileCss(spec),
        SelectorLanguage.XPath => new XPathItems(spec, XPath(spec.Text)),
        SelectorLanguage.JsonPath => new JsonPathItems(spec, JsonPath(spec.Text)),
        SelectorLanguage.Regex => new RegexItems(spec),
        SelectorLanguage.JsonLd => new StructuredItems(spec, JsonPath(spec.Text), page => page.JsonLd),
        SelectorLanguage.Microdata => new StructuredItems(spec, JsonPath(spec.Text), page => page.Microdata),
        SelectorLanguage.Meta => new MetaItems(spec),
        _ => throw new ArgumentException($"Selectors of the language {spec.Language} are not known.", nameof(spec)),
    };

    public ItemSelector[] Compile(IReadOnlyList<SelectorSpec> specs) => [.. specs.Select(Compile)];

    /// <summary>A selector that is evaluated by itself, outside of any plan.</summary>
    /// <exception cref="ArgumentException">The selector is wrong.</exception>
    public static ItemSelector Alone(SelectorSpec spec) =>
        spec.Language == SelectorLanguage.Css ? new CssItems(spec, Css(spec.Text), -1) : new SelectorCompiler().Compile(spec);

    // ":scope" means the element a selector is asked of, and so needs a walk of its own for each.
    private CssItems CompileCss(SelectorSpec spec)
    {
        var selector = Css(spec.Text);
        var isTied = spec.Text.Contains(":scope", StringComparison.OrdinalIgnoreCase);
        return new CssItems(spec, selector, isTied ? -1 : Share(selector));
    }

    private int Share(CssSelector selector)
    {
        if (_indices.TryGetValue(selector.Text, out var index)) return index;
        _css.Add(selector);
        return _indices[selector.Text] = _css.Count - 1;
    }

    private static CssSelector Css(string text) =>
        CssSelector.TryParse(text, out var selector, out var error) ? selector : throw Wrong("CSS selector", text, error);

    private static XPathSelector XPath(string text) =>
        XPathSelector.TryParse(text, out var selector, out var error) ? selector : throw Wrong("XPath", text, error);

    private static JsonPathSelector JsonPath(string text) =>
        JsonPathSelector.TryParse(text, out var selector, out var error) ? selector : throw Wrong("JSONPath", text, error);

    private static ArgumentException Wrong(string what, string text, SelectorError error) =>
        new($"\"{text}\" is no {what}: {error}");
}
