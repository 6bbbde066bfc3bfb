using System.Net;
using System.Net.Http;

namespace Trawl.Fetch.Egress;

/// <summary>Breaks off answers that are longer than is wanted, however they are read.</summary>
internal sealed class CappedHandler(HttpMessageHandler inner, long maxBody) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.SwitchingProtocols) return response;
        var capped = new StreamContent(new CappedStream(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), maxBody));
        foreach (var header in response.Content.Headers.NonValidated) capped.Headers.TryAddWithoutValidation(header.Key, header.Value);
        response.Content = capped;
        return response;
    }
}
