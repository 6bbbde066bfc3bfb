using System.Net.Http;
using System.Net.Http.Headers;
using Trawl.Engine.Seams.Fetching;

namespace Trawl.Fetch.Headers;

/// <summary>Copies headers as received: nothing is parsed, joined or refused.</summary>
internal static class ReceivedHeaders
{
    public static IReadOnlyList<FetchHeader> Of(HttpResponseMessage response)
    {
        var fields = response.Headers.NonValidated;
        var ofBody = response.Content.Headers.NonValidated;
        var all = new List<FetchHeader>(fields.Count + ofBody.Count);
        Copy(fields, all);
        Copy(ofBody, all);
        return all;
    }

    public static long? ContentLength(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Length", out var values)
        && long.TryParse(values.ToString(), out var length) && length >= 0
            ? length
            : null;

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
