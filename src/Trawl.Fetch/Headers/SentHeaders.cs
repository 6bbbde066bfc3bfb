using System.Net.Http;
using System.Net.Http.Headers;
using Trawl.Engine.Seams.Fetching;

namespace Trawl.Fetch.Headers;

/// <summary>The fields of a request whose bytes nobody saw: HTTP/2, or a connection that was never made.</summary>
internal static class SentHeaders
{
    public static IReadOnlyList<FetchHeader> Of(HttpRequestMessage request)
    {
        var all = new List<FetchHeader>();
        Copy(request.Headers.NonValidated, all);
        if (request.Content is { } content) Copy(content.Headers.NonValidated, all);
        return all;
    }

    private static void Copy(HttpHeadersNonValidated from, List<FetchHeader> to)
    {
        foreach (var (name, values) in from)
        {
            foreach (var value in values)
            {
                to.Add(new FetchHeader(name, value));
            }
        }
    }
}
