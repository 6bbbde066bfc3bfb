using Trawl.Engine.Seams.Fetching;
using Trawl.Warc;
using Trawl.Warc.Http;
using Trawl.Warc.Writing;
using Trawl.Web.Urls;

namespace Trawl.Recording.Capturing;

/// <summary>An exchange as messages to be stored: heads as they went over the wire, where they are known, redacted.</summary>
internal sealed class ExchangeMessages(Redaction redaction)
{
    public HttpMessage Request(FetchRequest request, FetchResult result)
    {
        var body = WarcBody.FromBytes(request.Body);
        if (HttpHead.TryParse(result.RawRequestHead.Span) is { } head)
        {
            return new HttpMessage(head.StartLine, Fields(head), body);
        }

        var url = WebUrl.Parse(request.Url);
        List<Field> fields = [new("Host", url.HostAndPort ?? "")];
        var sent = result.SentHeaders.Count > 0
            ? result.SentHeaders.Select(h => new Field(h.Name, h.Value))
            : request.Headers.Select(h => new Field(h.Name, h.Value));
        fields.AddRange(sent.Select(Redacted));
        return HttpMessage.Request(request.Method, url.PathAndQuery, fields, body);
    }

    public HttpMessage Response(FetchResult result, WarcBody body) =>
        HttpHead.TryParse(result.RawResponseHead.Span) is { } head
            ? new HttpMessage(head.StartLine, Fields(head), body)
            : HttpMessage.Response(result.Status, "", [.. result.Headers.Select(h => Redacted(new Field(h.Name, h.Value)))], body);

    private Field[] Fields(HttpHead head) => [.. head.Fields.Select(Redacted)];

    private Field Redacted(Field field) => new(field.Name, redaction.Value(field.Name, field.Value));
}
