namespace Trawl.Pipelines.Values;

/// <summary>
/// A CSS selector with or without <c>::attr(name)</c> or <c>::text</c> at its end, which say what is taken.
/// </summary>
/// <param name="Selector">The selector alone; empty for the record's own element.</param>
/// <param name="Take">What is taken, in the plan's words; null when the text does not say.</param>
internal readonly record struct CssText(string Selector, string? Take)
{
    private const string Text = "::text";
    private const string Attribute = "::attr(";

    public static CssText Split(string text)
    {
        string trimmed = text.TrimEnd();
        if (trimmed.EndsWith(Text, StringComparison.Ordinal)) return new(trimmed[..^Text.Length].TrimEnd(), "ownText");
        int at = trimmed.LastIndexOf(Attribute, StringComparison.Ordinal);
        if (at < 0 || !trimmed.EndsWith(')')) return new(text, null);
        string name = trimmed[(at + Attribute.Length)..^1].Trim();
        return IsName(name) ? new(trimmed[..at].TrimEnd(), "@" + name) : new(text, null);
    }

    /// <summary>Whether the text can be the name of an attribute.</summary>
    public static bool IsName(string name) =>
        name.Length > 0 && !name.AsSpan().ContainsAny(" \t\r\n\"'<>/=()@") && !name.Any(char.IsControl);
}
