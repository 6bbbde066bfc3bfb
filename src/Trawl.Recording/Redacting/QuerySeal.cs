using System.Buffers;
using System.Text;
using Trawl.Engine.Seams.Fetching;

namespace Trawl.Recording.Redacting;

/// <summary>
/// Seals the values of query parameters wherever a URL stands: <c>?token=abc</c> becomes <c>?token=sealed-…</c>.
/// Thread-safe.
/// </summary>
/// <param name="values">Seals single values.</param>
/// <param name="names">Names of the parameters, as they stand in URLs.</param>
public sealed class QuerySeal(ValueSeal values, IReadOnlyList<string> names) : IUrlSeal
{
    // What ends a value in a query, and what ends a URL in a text.
    private static readonly SearchValues<char> s_ends = SearchValues.Create("&#\"<> \t\r\n");

    /// <inheritdoc/>
    public string Seal(string text) => Rewrite(text, values.Close);

    /// <inheritdoc/>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A value was sealed with another key.</exception>
    public string Open(string url) => ValueSeal.MayHold(url) ? Rewrite(url, values.Open) : url;

    private string Rewrite(string text, Func<string, string, string> change)
    {
        foreach (var name in names)
        {
            text = Rewrite(text, name, change);
        }

        return text;
    }

    private static string Rewrite(string text, string name, Func<string, string, string> change)
    {
        StringBuilder? changed = null;
        var done = 0;
        for (var at = 0; (at = text.IndexOf(name, at, StringComparison.Ordinal)) >= 0; at += name.Length)
        {
            var value = at + name.Length + 1;
            if (at == 0 || text[at - 1] is not ('?' or '&') || value > text.Length || text[value - 1] != '=')
            {
                continue;
            }

            var length = text.AsSpan(value).IndexOfAny(s_ends) is >= 0 and var end ? end : text.Length - value;
            (changed ??= new StringBuilder()).Append(text, done, value - done).Append(change(name, text.Substring(value, length)));
            done = value + length;
        }

        return changed is null ? text : changed.Append(text, done, text.Length - done).ToString();
    }
}
