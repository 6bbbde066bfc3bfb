using System.Text;
using System.Xml;

namespace Trawl.Web.Sitemaps;

/// <summary>
/// Sitemaps and feeds. An entry is a <c>url</c>, <c>sitemap</c>, <c>item</c> or <c>entry</c> element; its fields are
/// the
/// children of the same namespace, so that the <c>image:loc</c> of an extension is not taken for the page.
/// </summary>
internal sealed class XmlSitemapParser : ISitemapParser
{
    private const int LongestValue = 8192;

    private readonly XmlReader _reader;
    private readonly BoundedStream _source;
    private readonly int _maxDepth;
    private readonly char[] _chunk = new char[1024];
    private readonly StringBuilder _value = new();
    private RawEntry? _entry;
    private int _entryDepth;
    private string _namespace = "";
    private string? _field;

    public XmlSitemapParser(TextReader text, BoundedStream source, int maxDepth)
    {
        // Ignoring the document type leaves no entity to expand: an unknown one is an error, not a bomb.
        var settings = new XmlReaderSettings
        {
            Async = true, DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false,
        };
        _reader = XmlReader.Create(new LeadingBlankReader(text), settings);
        _source = source;
        _maxDepth = maxDepth;
    }

    public async Task<RawEntry?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _source.StartToken();
            if (!await _reader.ReadAsync()) return null;
            if (_reader.Depth > _maxDepth)
                throw new InvalidDataException($"elements are nested deeper than {_maxDepth}");
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element:
                    StartElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when _field is not null:
                    await AppendValueAsync();
                    break;
                case XmlNodeType.EndElement when EndElement() is { } entry:
                    return entry;
            }
        }
    }

    public void Dispose() => _reader.Dispose();

    private void StartElement()
    {
        if (_entry is null)
        {
            if (_reader.IsEmptyElement || _reader.LocalName is not ("url" or "sitemap" or "item" or "entry")) return;
            _entry = new RawEntry { IsIndex = _reader.LocalName == "sitemap" };
            _entryDepth = _reader.Depth;
            _namespace = _reader.NamespaceURI;
            return;
        }

        bool isField = _reader.Depth == _entryDepth + 1
            && (_reader.NamespaceURI == _namespace || _reader.LocalName == "date");
        if (!isField) return;
        if (_reader.LocalName == "link" && _reader.GetAttribute("href") is { } href) SetAtomLink(href);
        _field = _reader.IsEmptyElement ? null : _reader.LocalName;
        _value.Clear();
    }

    private void SetAtomLink(string href)
    {
        if (_reader.GetAttribute("rel") is null or "alternate") _entry!.Set("link", href);
    }

    private async Task AppendValueAsync()
    {
        if (!_reader.CanReadValueChunk)
        {
            Append(await _reader.GetValueAsync());
            return;
        }

        int length;
        while ((length = await _reader.ReadValueChunkAsync(_chunk, 0, _chunk.Length)) > 0)
            Append(_chunk.AsSpan(0, length));
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (_value.Length <= LongestValue) _value.Append(text);
    }

    private RawEntry? EndElement()
    {
        if (_entry is null) return null;
        if (_field is not null && _reader.Depth == _entryDepth + 1)
        {
            string value = _value.ToString().Trim();
            if (value.Length is > 0 and <= LongestValue) _entry.Set(_field, value);
            _field = null;
        }

        if (_reader.Depth != _entryDepth) return null;
        var entry = _entry;
        _entry = null;
        return entry;
    }
}
