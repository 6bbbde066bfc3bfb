using System.Net.Http;
using Trawl.Fetch.Headers;
using Trawl.Fetch.Http;

namespace Trawl.Fetch.Bodies;

internal static class BodyReader
{
    /// <summary>Reads until the end, or until one byte more than allowed has come.</summary>
    /// <returns>False when the body is larger than <paramref name="max"/>.</returns>
    public static async ValueTask<bool> ReadAsync(
        HttpResponseMessage response, Exchange exchange, long max, CancellationToken cancellationToken)
    {
        var body = exchange.Body!;
        var announced = ReceivedHeaders.ContentLength(response);
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var read = await stream.ReadAsync(body.Free, cancellationToken).ConfigureAwait(false);
            if (read == 0) return true;
            body.Advance(read);
            if (body.Length > max) return false;
            // The connection goes back to the pool with the last byte; asking once more would only cost.
            if (body.Length == announced) return true;
        }
    }
}
