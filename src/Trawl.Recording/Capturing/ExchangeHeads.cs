using System.Globalization;
using System.Text;
using Trawl.Engine.Seams.Fetching;
using Trawl.Recording.Redacting;
using Trawl.Web.Urls;

namespace Trawl.Recording.Capturing;

/// <summary>The heads of an exchange as they are stored: as they went over the wire, where that is known, redacted.</summary>
internal sealed class ExchangeHeads(Redaction redaction)
{
    private readonly StringBuilder _text = new();

    public ReadOnlyMemory<byte> Request(FetchRequest request, FetchResult result) =>
        redaction.Apply(result.RawRequestHead.IsEmpty ? Made(request, result) : result.RawRequestHead);

    public ReadOnlyMemory<byte> Response(FetchResult result) =>
        redaction.Apply(result.RawResponseHead.IsEmpty ? Made(result) : result.RawResponseHead);

    private byte[] Made(FetchRequest request, FetchResult result)
    {
        var url = WebUrl.Parse(request.Url);
        Begin($"{request.Method} {url.PathAndQuery} HTTP/1.1");
        Add("Host", url.HostAndPort ?? "");
        foreach (var header in result.SentHeaders)
        {
            Add(header.Name, header.Value);
        }

        foreach (var header in result.SentHeaders.Count > 0 ? [] : request.Headers)
        {
            Add(header.Name, header.Value);
        }

        return End();
    }

    private byte[] Made(FetchResult result)
    {
        Begin(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {result.Status} "));
        foreach (var header in result.Headers)
        {
            Add(header.Name, header.Value);
        }

        return End();
    }

    private void Begin(string line) => _text.Clear().Append(line).Append("\r\n");

    private void Add(string name, string value) =>
        _text.Append(name).Append(": ").Append(value.ReplaceLineEndings(" ")).Append("\r\n");

    private byte[] End() => Encoding.Latin1.GetBytes(_text.Append("\r\n").ToString());
}
