using System.Text.RegularExpressions;
using Trawl.Html.Json;
using Trawl.Html.Selectors;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Language;

/// <summary>Checks selectors with the parsers that will run them.</summary>
internal static class SelectorChecks
{
    /// <summary>Longest selector or expression, in characters.</summary>
    private const int MaxLength = 4096;

    /// <summary>
    /// A CSS selector with or without <c>::attr()</c> or <c>::text</c>; nothing before those is the element itself.
    /// </summary>
    public static Fault? CssWithTake(string text)
    {
        var split = CssText.Split(text);
        return split is { Take: not null, Selector.Length: 0 } ? null : Css(split.Selector);
    }

    public static Fault? Css(string text)
    {
        if (Length(Rules.BadCss, text) is { } fault) return fault;
        if (!CssSelector.TryParse(text, out var selector, out var error)) return new Fault(
            Rules.BadCss, error.Message, null, error.Column);
        return selector.Take.Kind == SelectorTakeKind.Element
            ? null
            : new Fault(Rules.BadTake, $"\"{text}\" takes text or an attribute, and an element is needed here.",
                "Remove what begins with \"::\".");
    }

    public static Fault? XPath(string text)
    {
        if (Length(Rules.BadXPath, text) is { } fault) return fault;
        return XPathSelector.TryParse(text, out _, out var error) ? null
            : new Fault(Rules.BadXPath, error.Message, null, error.Column);
    }

    public static Fault? JsonPath(string text)
    {
        if (Length(Rules.BadJsonPath, text) is { } fault) return fault;
        return JsonPathSelector.TryParse(text, out _, out var error) ? null
            : new Fault(Rules.BadJsonPath, error.Message, null, error.Column);
    }

    public static Fault? Regex(string text)
    {
        if (Length(Rules.BadRegex, text) is { } fault) return fault;
        try
        {
            _ = new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return null;
        }
        catch (RegexParseException e)
        {
            return new Fault(Rules.BadRegex, $"\"{text}\" is no regular expression: {Words(e.Error)}.", null, e.Offset);
        }
        catch (NotSupportedException)
        {
            return new Fault(
                Rules.BadRegex,
                $"\"{text}\" looks around, refers back or repeats too much, and could take for ever on some page.");
        }
    }

    private static Fault? Length(DiagnosticRule rule, string text)
    {
        if (text.Trim().Length == 0) return new Fault(rule, "The text is empty.");
        return text.Length <= MaxLength ? null : new Fault(rule, FormattableString.Invariant(
            $"The text has {text.Length:N0} characters; {MaxLength:N0} are allowed."));
    }

    /// <summary><c>UnterminatedBracket</c> as "unterminated bracket".</summary>
    private static string Words(RegexParseError error) =>
        string.Concat(
            error.ToString()
            .Select((c, i) =>
            char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
