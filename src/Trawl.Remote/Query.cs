using System.Globalization;
using System.Text;

namespace Trawl.Remote;

/// <summary>A path under <c>/api/v1</c> with its query; values are escaped, nulls left out.</summary>
internal sealed class Query
{
    private readonly StringBuilder _text;
    private char _next = '?';

    /// <param name="parts">The segments of the path.</param>
    public Query(params ReadOnlySpan<string> parts)
    {
        _text = new StringBuilder("/api/v1");
        foreach (var part in parts)
        {
            _text.Append('/').Append(Uri.EscapeDataString(part));
        }
    }

    public Query With(string name, string? value)
    {
        if (value is not null)
        {
            _text.Append(_next).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            _next = '&';
        }

        return this;
    }

    public Query With(string name, long value) => With(name, value.ToString(CultureInfo.InvariantCulture));

    public Query With<T>(string name, T? value)
        where T : struct, Enum => With(name, value?.ToString());

    public override string ToString() => _text.ToString();
}
