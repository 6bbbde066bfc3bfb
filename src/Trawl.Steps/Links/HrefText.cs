namespace Trawl.Steps.Links;

/// <summary>The value of a link attribute before it is parsed.</summary>
internal static class HrefText
{
    private const string HtmlBlanks = "\t\n\f\r ";
    private const int LongestSchemeLooked = 12;

    /// <summary>
    /// Without blanks and fragment; empty when it leads nowhere: to the page itself, or to something that is no page.
    /// </summary>
    public static ReadOnlySpan<char> Clean(ReadOnlySpan<char> value)
    {
        value = value.Trim(HtmlBlanks);
        var hash = value.IndexOf('#');
        if (hash >= 0) value = value[..hash];
        return IsOtherScheme(value) ? default : value;
    }

    // A quick look that spares parsing; what it does not know is parsed, and dropped when it is not http.
    private static bool IsOtherScheme(ReadOnlySpan<char> value)
    {
        var colon = value[..Math.Min(value.Length, LongestSchemeLooked)].IndexOf(':');
        if (colon <= 0) return false;
        var scheme = value[..colon];
        return Is(scheme, "javascript") || Is(scheme, "mailto") || Is(scheme, "tel") || Is(scheme, "data")
            || Is(scheme, "about") || Is(scheme, "blob") || Is(scheme, "sms") || Is(scheme, "whatsapp") || Is(scheme, "file");
    }

    private static bool Is(ReadOnlySpan<char> scheme, string name) => scheme.Equals(name, StringComparison.OrdinalIgnoreCase);
}
