using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trawl.Enrich.Answers;

/// <summary>Takes secret values out of texts, as they are and as JSON writes them.</summary>
internal sealed class SecretMask
{
    /// <summary>Stands in place of a value.</summary>
    private const string Mark = "[redacted]";

    private readonly string[] _values;

    /// <param name="values">The values; empty ones are no secrets.</param>
    public SecretMask(IEnumerable<string> values)
    {
        // Longest first: one may hold another.
        _values = [.. values.Where(value => value.Length > 0).SelectMany(Writings)
            .Distinct(StringComparer.Ordinal).OrderByDescending(value => value.Length)];
    }

    /// <summary>As it is, in JSON, and in JSON that stands in a text of JSON; by those encoders that are in use.</summary>
    private static IEnumerable<string> Writings(string value)
    {
        yield return value;
        foreach (var encoder in new[] { JavaScriptEncoder.Default, JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
        {
            var once = JsonEncodedText.Encode(value, encoder).ToString();
            yield return once;
            yield return JsonEncodedText.Encode(once, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        }
    }

    public string Hide(string text)
    {
        foreach (var value in _values) text = text.Replace(value, Mark, StringComparison.Ordinal);
        return text;
    }
}
