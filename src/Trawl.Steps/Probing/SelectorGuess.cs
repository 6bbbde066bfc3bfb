using Trawl.Model.Plans;

namespace Trawl.Steps.Probing;

/// <summary>The language a selector is most likely written in, where nobody says.</summary>
public static class SelectorGuess
{
    private static readonly string[] _functions = ["string(", "count(", "normalize-space(", "concat(", "boolean(", "number(", "sum("];

    /// <summary>JSONPath begins with <c>$</c>, XPath with a slash, a dot and slash, a bracket or a function; the rest is CSS.</summary>
    public static SelectorLanguage Of(string selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        var text = selector.AsSpan().Trim();
        if (text.StartsWith("$")) return SelectorLanguage.JsonPath;
        var isPath = text.StartsWith("/") || text.StartsWith("./") || text.StartsWith("(") || text.StartsWith("@");
        foreach (var function in _functions) isPath |= text.StartsWith(function, StringComparison.Ordinal);
        return isPath ? SelectorLanguage.XPath : SelectorLanguage.Css;
    }
}
