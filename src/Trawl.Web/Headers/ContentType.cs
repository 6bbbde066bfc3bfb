using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Trawl.Web.Headers;

/// <summary>A MIME type (WHATWG MIME Sniffing standard §4). Immutable.</summary>
public sealed class ContentType
{
    private readonly Dictionary<string, string> _parameters;

    private ContentType(string essence, Dictionary<string, string> parameters)
    {
        Essence = essence;
        _parameters = parameters;
    }

    /// <summary>Type and subtype in lower case: <c>text/html</c>.</summary>
    public string Essence { get; }

    /// <summary>The parameters; names in lower case, values as written; of two with one name the first.</summary>
    public IReadOnlyDictionary<string, string> Parameters => _parameters;

    /// <summary>The <c>charset</c> parameter as written, or null.</summary>
    public string? Charset => _parameters.GetValueOrDefault("charset");

    /// <summary>True for <c>text/html</c> and <c>application/xhtml+xml</c>.</summary>
    public bool IsHtml => Essence is "text/html" or "application/xhtml+xml";

    /// <summary>True for <c>text/xml</c>, <c>application/xml</c> and any <c>+xml</c>.</summary>
    public bool IsXml =>
        Essence is "text/xml" or "application/xml" || Essence.EndsWith("+xml", StringComparison.Ordinal);

    /// <summary>True for <c>application/json</c>, <c>text/json</c> and any <c>+json</c>.</summary>
    public bool IsJson =>
        Essence is "application/json" or "text/json" || Essence.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>Parses the value of a <c>Content-Type</c> field.</summary>
    /// <param name="value">The value; broken parameters are skipped.</param>
    /// <param name="contentType">The type, or null.</param>
    /// <returns>False when type or subtype is missing or no token. Never throws.</returns>
    public static bool TryParse(string? value, [NotNullWhen(true)] out ContentType? contentType)
    {
        contentType = null;
        var text = value.AsSpan().Trim(HttpText.Blanks);
        int semicolon = text.IndexOf(';');
        var essence = (semicolon < 0 ? text : text[..semicolon]).TrimEnd(HttpText.Blanks);
        int slash = essence.IndexOf('/');
        if (slash < 0 || !HttpText.IsToken(essence[..slash]) || !HttpText.IsToken(essence[(slash + 1)..])) return false;

        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        if (semicolon >= 0) ReadParameters(text[(semicolon + 1)..], parameters);
        contentType = new ContentType(essence.ToString().ToLowerInvariant(), parameters);
        return true;
    }

    /// <summary>Essence and parameters, serialised.</summary>
    public override string ToString()
    {
        var output = new StringBuilder(Essence);
        foreach (var (name, value) in _parameters)
        {
            output.Append(';').Append(name).Append('=');
            if (HttpText.IsToken(value)) output.Append(value);
            else output.Append('"').Append(value.Replace("\\", "\\\\").Replace("\"", "\\\"")).Append('"');
        }

        return output.ToString();
    }

    private static void ReadParameters(ReadOnlySpan<char> text, Dictionary<string, string> parameters)
    {
        while (!text.IsEmpty)
        {
            text = text.TrimStart(HttpText.Blanks);
            int nameEnd = text.IndexOfAny(';', '=');
            if (nameEnd < 0) return;
            var name = text[..nameEnd];
            bool hasValue = text[nameEnd] == '=';
            text = text[(nameEnd + 1)..];
            if (!hasValue) continue;

            string value = TakeValue(ref text, out bool isQuoted);
            bool isValid = HttpText.IsToken(name) && (isQuoted || value.Length > 0) && HttpText.IsQuotable(value);
            if (isValid) parameters.TryAdd(name.ToString().ToLowerInvariant(), value);
        }
    }

    private static string TakeValue(ref ReadOnlySpan<char> text, out bool isQuoted)
    {
        isQuoted = text.StartsWith('"');
        string? quoted = isQuoted ? HttpText.TakeQuoted(ref text) : null;
        int end = text.IndexOf(';');
        var plain = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[(end + 1)..];
        return quoted ?? plain.TrimEnd(HttpText.Blanks).ToString();
    }
}
