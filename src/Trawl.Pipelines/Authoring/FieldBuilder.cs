using Trawl.Model.Plans;
using Trawl.Pipelines.Language;

namespace Trawl.Pipelines.Authoring;

/// <summary>
/// Says where a field's value comes from and what it must be. Several selectors are alternatives: the first that finds
/// something counts. Without any it is the record's own element.
/// </summary>
public sealed partial class FieldBuilder
{
    private readonly Draft _draft = new();
    private readonly List<Selector> _selectors = [];

    internal FieldBuilder()
    {
    }

    /// <summary>
    /// Finds the value by a CSS selector; <c>::attr(name)</c> or <c>::text</c> at its end say what is taken.
    /// </summary>
    public FieldBuilder Css(string selector) => By(Selector.Css(selector));

    /// <summary>Finds the value by an XPath 1.0.</summary>
    public FieldBuilder XPath(string expression) => By(Selector.XPath(expression));

    /// <summary>Finds the value by a JSONPath on a JSON response.</summary>
    public FieldBuilder Json(string path) => By(Selector.Json(path));

    /// <summary>Finds the value by a regular expression on the page's text.</summary>
    public FieldBuilder Regex(string pattern) => By(Selector.Regex(pattern));

    /// <summary>Finds the value by a JSONPath on the page's JSON-LD.</summary>
    public FieldBuilder JsonLd(string path) => By(Selector.JsonLd(path));

    /// <summary>Finds the value by a JSONPath on the page's microdata items.</summary>
    public FieldBuilder Microdata(string path) => By(Selector.Microdata(path));

    /// <summary>Finds the value in a <c>meta</c> element.</summary>
    public FieldBuilder Meta(string name) => By(Selector.Meta(name));

    /// <summary>Finds the value by any selector.</summary>
    public FieldBuilder By(Selector selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        _selectors.Add(selector);
        return this;
    }

    /// <summary>The URL the page was fetched from.</summary>
    public FieldBuilder FromUrl() => Set("from", "url");

    /// <summary>When the page was fetched.</summary>
    public FieldBuilder FromFetchedAt() => Set("from", "fetchedAt");

    /// <summary>The HTTP status.</summary>
    public FieldBuilder FromStatus() => Set("from", "status");

    /// <summary>A constant.</summary>
    public FieldBuilder Value(string constant) => Set("value", constant);

    /// <summary>How many elements or values a selector finds.</summary>
    public FieldBuilder Count(Selector selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        _draft.Set("count", selector.ToDraft());
        return this;
    }

    /// <summary>
    /// What is taken from a found element: <c>text</c>, <c>rawText</c>, <c>ownText</c>, <c>html</c>, <c>innerHtml</c>,
    /// or
    /// <c>@name</c> for an attribute.
    /// </summary>
    public FieldBuilder Take(string what) => Set("take", what);

    /// <summary>The field is a list of all that is found.</summary>
    /// <param name="limit">Values at most; null for no limit.</param>
    public FieldBuilder Many(int? limit = null)
    {
        _draft.Set("many", true);
        if (limit is { } most) _draft.Set("limit", most);
        return this;
    }

    /// <summary>The type of the value, or of each value of a list.</summary>
    public FieldBuilder Type(FieldType type) => Set("type", FieldLanguage.Types.First(t => t.Value == type).Key);

    /// <summary>A 64-bit whole number.</summary>
    /// <param name="locale">Whose number format the text uses, a BCP 47 tag; null for invariant.</param>
    public FieldBuilder Integer(string? locale = null) => Type(FieldType.Integer).Locale(locale);

    /// <summary>A decimal number of up to 28 digits.</summary>
    /// <param name="locale">Whose number format the text uses, a BCP 47 tag; null for invariant.</param>
    public FieldBuilder Decimal(string? locale = null) => Type(FieldType.Decimal).Locale(locale);

    /// <summary>A calendar date.</summary>
    /// <param name="formats">
    /// .NET date formats tried in order; none accepts ISO 8601 and the locale's usual ones.
    /// </param>
    public FieldBuilder Date(params string[] formats) => Type(FieldType.Date).Formats(formats);

    /// <summary>An instant.</summary>
    /// <param name="formats">
    /// .NET date formats tried in order; none accepts ISO 8601 and the locale's usual ones.
    /// </param>
    public FieldBuilder DateTime(params string[] formats) => Type(FieldType.DateTime).Formats(formats);

    /// <summary>An object with fields of its own, looked for in the found element.</summary>
    public FieldBuilder Object(Action<FieldsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(new FieldsBuilder(_draft.Map("fields")));
        return this;
    }

    /// <summary>Whose number and date formats the text uses, a BCP 47 tag; null changes nothing.</summary>
    public FieldBuilder Locale(string? locale) => locale is null ? this : Set("locale", locale);

    /// <summary>IANA time zone of a date that is written without an offset.</summary>
    public FieldBuilder Zone(string zone) => Set("zone", zone);

    internal Draft ToDraft()
    {
        if (_selectors.Count > 1) _draft.Set("any", _selectors.Select(s => s.ToDraft()));
        if (_selectors is [var one]) one.WriteTo(_draft);
        return _draft;
    }

    private FieldBuilder Formats(string[] formats)
    {
        if (formats.Length > 0) _draft.Set("formats", formats);
        return this;
    }

    private FieldBuilder Set(string key, string value)
    {
        _draft.Set(key, value);
        return this;
    }
}
