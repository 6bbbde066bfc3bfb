namespace Trawl.Web.Headers;

/// <summary>The <c>Link</c> field (RFC 8288 §3).</summary>
public static class LinkHeader
{
    /// <summary>Reads all the links of a field; what is malformed ends the reading, what came before is kept.</summary>
    /// <param name="value">The field's value; several fields are joined with commas.</param>
    public static IReadOnlyList<LinkValue> Parse(string? value)
    {
        var links = new List<LinkValue>();
        var text = value.AsSpan();
        while (true)
        {
            text = text.TrimStart(" \t\r\n,");
            if (!text.StartsWith('<')) return links;
            int close = text.IndexOf('>');
            if (close < 0) return links;
            string target = text[1..close].Trim(HttpText.Blanks).ToString();
            text = text[(close + 1)..];
            links.Add(new LinkValue(target, ReadParameters(ref text)));
        }
    }

    private static Dictionary<string, string> ReadParameters(ref ReadOnlySpan<char> text)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        while (true)
        {
            text = text.TrimStart(HttpText.Blanks);
            if (!text.StartsWith(';')) return parameters;
            text = text[1..].TrimStart(HttpText.Blanks);
            int end = text.IndexOfAny(";,= \t");
            string name = (end < 0 ? text : text[..end]).ToString().ToLowerInvariant();
            text = (end < 0 ? default : text[end..]).TrimStart(HttpText.Blanks);
            string value = text.StartsWith('=') ? TakeValue(ref text) : "";
            if (name.Length > 0) parameters.TryAdd(name, value);
        }
    }

    private static string TakeValue(ref ReadOnlySpan<char> text)
    {
        text = text[1..].TrimStart(HttpText.Blanks);
        if (text.StartsWith('"')) return HttpText.TakeQuoted(ref text);
        int end = text.IndexOfAny(';', ',');
        var value = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[end..];
        return value.TrimEnd(HttpText.Blanks).ToString();
    }
}
