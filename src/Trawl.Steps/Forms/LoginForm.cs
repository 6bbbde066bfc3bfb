using Trawl.Engine.Seams.Pages;
using Trawl.Html.Dom;
using Trawl.Html.Parsing;
using Trawl.Html.Selectors;
using Trawl.Steps.Probing;
using Trawl.Web.Urls;

namespace Trawl.Steps.Forms;

/// <summary>A form of a page as it would be sent (HTML §4.10.21.4): where to, how, and what stands in it.</summary>
/// <param name="Action">Where it is sent.</param>
/// <param name="IsPost">Whether its fields are the body of a POST; otherwise they are the query of a GET.</param>
/// <param name="Fields">Names and values in their order: hidden ones, those filled in, boxes that are ticked.</param>
public sealed record LoginForm(WebUrl Action, bool IsPost, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private const string Anything = "form:has(input[type=password i])";

    /// <summary>The form that the selector finds, or the first with a password in it; null when there is none.</summary>
    public static LoginForm? Find(FetchedPage page, string? selector)
    {
        if (DecodedPage.Of(page).Text is not { } text) return null;
        using var document = HtmlParser.Parse(text);
        var found = Select(document, 0, selector ?? Anything);
        return found.Count == 0 ? null : Read(document, found[0], page.Url);
    }

    /// <summary>Whether a selector finds something on a page.</summary>
    public static bool Has(FetchedPage page, string? selector)
    {
        if (DecodedPage.Of(page).Text is not { } text) return false;
        using var document = HtmlParser.Parse(text);
        return Select(document, 0, selector ?? Anything).Count > 0;
    }

    /// <summary>The form with these values: in place of its own, or behind them where it has no such field.</summary>
    public LoginForm Fill(IReadOnlyList<KeyValuePair<string, string>> values)
    {
        var fields = Fields.Where(field => !values.Any(value => value.Key == field.Key)).ToList();
        fields.AddRange(values);
        return this with { Fields = fields };
    }

    private static LoginForm? Read(HtmlDocument document, int form, WebUrl page)
    {
        var origin = document.BaseHref() is { } href && WebUrl.TryParse(href, page, out var based) ? based : page;
        var action = Attribute(document, form, "action");
        if (!WebUrl.TryParse(string.IsNullOrWhiteSpace(action) ? page.Href : action.Trim(), origin, out var target) || !target.IsHttp) return null;
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var control in Select(document, form, "input, select, textarea, button"))
        {
            if (Value(document, control) is { } value) fields.Add(value);
        }

        return new LoginForm(target, string.Equals(Attribute(document, form, "method"), "post", StringComparison.OrdinalIgnoreCase), fields);
    }

    private static KeyValuePair<string, string>? Value(HtmlDocument document, int control)
    {
        if (Attribute(document, control, "name") is not { Length: > 0 } name || Attribute(document, control, "disabled") is not null) return null;
        var type = Attribute(document, control, "type")?.ToLowerInvariant();
        var value = Attribute(document, control, "value");
        return document.LocalName(control) switch
        {
            "input" when type is "checkbox" or "radio" => Attribute(document, control, "checked") is null ? null : new(name, value ?? "on"),
            "input" when type is "image" or "reset" or "button" or "file" => null,
            "input" => new(name, value ?? ""),
            "textarea" => new(name, document.Text(control)),
            "select" => Chosen(document, control) is { } option ? new(name, option) : null,
            _ => null,
        };
    }

    private static string? Chosen(HtmlDocument document, int select)
    {
        var options = Select(document, select, "option[selected]");
        if (options.Count == 0) options = Select(document, select, "option");
        return options.Count == 0 ? null : Attribute(document, options[0], "value") ?? document.SquashedText(options[0]);
    }

    private static List<int> Select(HtmlDocument document, int scope, string css)
    {
        var found = new List<int>();
        if (CssSelector.TryParse(css, out var selector, out _)) selector.Select(document, scope, found);
        return found;
    }

    private static string? Attribute(HtmlDocument document, int element, string name) =>
        document.FindName(name) is >= 0 and var id && document.TryGetAttribute(element, id, out var value) ? value.ToString() : null;
}
