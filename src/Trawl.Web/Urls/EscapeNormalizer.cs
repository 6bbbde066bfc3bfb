using System.Text;

namespace Trawl.Web.Urls;

/// <summary>Case of percent escapes, and escapes that need not be (RFC 3986 §6.2.2.1 and §6.2.2.2).</summary>
internal static class EscapeNormalizer
{
    public static WebUrl Apply(WebUrl url)
    {
        var text = url.Href.AsSpan(url.Parts.PathStart);
        if (!text.Contains('%')) return url;
        var output = new StringBuilder(url.Href.Length).Append(url.Href.AsSpan(0, url.Parts.PathStart));
        int start = output.Length;
        foreach (char c in text)
        {
            output.Append(c);
            // A decoded digit can complete the escape before it (%3%31 is %31 is 1): look again until nothing changes.
            while (TryReduce(output, start)) { }
        }

        return output.Equals(url.Href) ? url : WebUrl.Parse(output.ToString());
    }

    private static bool TryReduce(StringBuilder output, int start)
    {
        int at = output.Length - 3;
        if (at < start || output[at] != '%') return false;
        ReadOnlySpan<char> triplet = [output[at], output[at + 1], output[at + 2]];
        int value = PercentEncoding.TripletAt(triplet, 0);
        if (value < 0) return false;

        output.Length = at;
        char decoded = (char)value;
        bool isUnreserved = char.IsAsciiLetterOrDigit(decoded) || decoded is '-' or '.' or '_' or '~';
        if (isUnreserved) output.Append(decoded);
        else output.AppendByte((byte)value);
        return isUnreserved;
    }
}
