namespace Trawl.Pipelines.Authoring;

/// <summary>A selector and its language.</summary>
public sealed class Selector
{
    private readonly string _key;
    private readonly string _text;

    private Selector(string key, string text) => (_key, _text) = (key, text);

    /// <summary>A CSS selector; <c>::attr(name)</c> and <c>::text</c> at its end say what is taken.</summary>
    public static Selector Css(string text) => new("css", text);

    /// <summary>An XPath 1.0.</summary>
    public static Selector XPath(string text) => new("xpath", text);

    /// <summary>A JSONPath (RFC 9535) on a JSON response.</summary>
    public static Selector Json(string text) => new("json", text);

    /// <summary>A regular expression on the page's text: group 1, or the whole match where there is no group.</summary>
    public static Selector Regex(string text) => new("regex", text);

    /// <summary>A JSONPath on the page's JSON-LD, all blocks in one array.</summary>
    public static Selector JsonLd(string text) => new("jsonLd", text);

    /// <summary>A JSONPath on the page's microdata items.</summary>
    public static Selector Microdata(string text) => new("microdata", text);

    /// <summary>The content of a <c>meta</c> element, such as <c>og:title</c>.</summary>
    public static Selector Meta(string name) => new("meta", name);

    /// <summary>A text alone is CSS.</summary>
    public static implicit operator Selector(string css) => Css(css);

    /// <summary>The CSS selector of a text; what the conversion does.</summary>
    public static Selector FromString(string css) => Css(css);

    internal Draft ToDraft()
    {
        var draft = new Draft();
        WriteTo(draft);
        return draft;
    }

    internal void WriteTo(Draft draft) => draft.Set(_key, _text);
}
