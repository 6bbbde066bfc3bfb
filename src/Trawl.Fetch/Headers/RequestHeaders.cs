using System.Net.Http;
using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Http;
using Trawl.Model.Plans;

namespace Trawl.Fetch.Headers;

/// <summary>The headers sent: Trawl's own, overridden by the plan's, overridden by the request's.</summary>
internal sealed class RequestHeaders
{
    private const string Accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private readonly HeaderPlan[] _standing;

    public RequestHeaders(FetcherOptions options)
    {
        List<HeaderPlan> own =
        [
            new("User-Agent", UserAgent.From(options.Plan)),
            new("Accept", Accept),
            new("Accept-Encoding", "gzip, br"),
        ];
        own.RemoveAll(header => Names(options.Headers, header.Name));
        _standing = [.. own, .. options.Headers];
    }

    public static string? Problem(FetchRequest request)
    {
        for (var i = 0; i < request.Headers.Count; i++)
        {
            var header = request.Headers[i];
            if (HeaderSyntax.Problem(header.Name, header.Value) is { } problem) return problem;
        }

        return null;
    }

    public void Apply(HttpRequestMessage message, IReadOnlyList<HeaderPlan> ofRequest)
    {
        foreach (var header in _standing)
        {
            if (ofRequest.Count == 0 || !Names(ofRequest, header.Name)) Add(message, header);
        }

        for (var i = 0; i < ofRequest.Count; i++)
        {
            Add(message, ofRequest[i]);
        }
    }

    private static void Add(HttpRequestMessage message, HeaderPlan header)
    {
        // Headers of a body are refused among those of the request; without a body they have nothing to describe.
        if (!message.Headers.TryAddWithoutValidation(header.Name, header.Value))
        {
            message.Content?.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }
    }

    private static bool Names(IReadOnlyList<HeaderPlan> headers, string name)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            if (string.Equals(headers[i].Name, name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
