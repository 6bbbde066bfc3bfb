using System.IO.Compression;
using Microsoft.AspNetCore.Http.Extensions;

namespace Trawl.Demo.Serving;

/// <summary>Sends what the shop answers, and writes down what was asked.</summary>
internal sealed class Responder(ShopSite site, HitLog hits, DemoShopOptions options)
{
    private const int WorthPacking = 1400;

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value ?? "/";
        var earlier = hits.Arrive(request.Host.Value ?? "", path);
        var reply = site.Answer(Address.Parse(path, request.QueryString.Value ?? ""), earlier);
        var delay = reply.Delay + options.Latency;
        if (delay > TimeSpan.Zero) await Task.Delay(delay, options.Time, context.RequestAborted);
        hits.Answer(request.GetEncodedPathAndQuery(), reply.Status);
        await SendAsync(context, reply);
    }

    private static async Task SendAsync(HttpContext context, Reply reply)
    {
        var response = context.Response;
        response.StatusCode = reply.Status;
        response.ContentType = reply.ContentType;
        if (reply.Location is not null) response.Headers.Location = reply.Location;
        if (reply.RetryAfterSeconds is { } seconds) response.Headers.RetryAfter = $"{seconds}";
        var body = reply.Body;
        if (body.Length > WorthPacking && reply.ContentType.StartsWith("text/", StringComparison.Ordinal)
            && context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal))
        {
            body = Pack(body);
            response.Headers.ContentEncoding = "gzip";
        }

        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static byte[] Pack(byte[] body)
    {
        var packed = new MemoryStream(body.Length / 3);
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(body);
        return packed.ToArray();
    }
}
