using System.Text;

namespace Trawl.Web.Sitemaps;

/// <summary>One URL a line. A line too long for a URL is passed over without being kept.</summary>
internal sealed class TextSitemapParser(TextReader text, BoundedStream source) : ISitemapParser
{
    private const int LongestLine = 8192;

    private readonly char[] _buffer = new char[4096];
    private readonly StringBuilder _line = new();
    private int _at;
    private int _length;

    public async Task<RawEntry?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            bool isEnd = _at == _length && !await FillAsync(cancellationToken);
            if (!isEnd && !TakeLine()) continue;
            string line = _line.Length <= LongestLine ? _line.ToString().Trim() : "";
            _line.Clear();
            if (line.Length > 0 && line[0] != '#') return new RawEntry { Location = line };
            if (isEnd) return null;
        }
    }

    public void Dispose()
    {
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        source.StartToken();
        _at = 0;
        _length = await text.ReadAsync(_buffer, cancellationToken);
        return _length > 0;
    }

    /// <summary>Moves what the buffer holds of the line; true when the line is whole.</summary>
    private bool TakeLine()
    {
        var rest = _buffer.AsSpan(_at, _length - _at);
        int end = rest.IndexOfAny('\r', '\n');
        var part = end < 0 ? rest : rest[..end];
        if (_line.Length <= LongestLine) _line.Append(part);
        _at += part.Length + (end < 0 ? 0 : 1);
        return end >= 0;
    }
}
