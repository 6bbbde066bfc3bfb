using System.Net.Http;
using System.Text;

namespace Trawl.Fetch.Proxies;

/// <summary>
/// Says who asks, at once and not after a refusal, where a request in clear goes to an HTTP proxy whole. In a tunnel it would
/// reach the site: there the handler answers the proxy's question.
/// </summary>
internal static class ProxyHeader
{
    public static void Apply(HttpRequestMessage message, ProxySeat? proxy)
    {
        if (proxy?.Endpoint is not { User: { } user } endpoint || endpoint.Url.Scheme != "http" || message.RequestUri!.Scheme != "http") return;
        var value = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{endpoint.Password}"));
        message.Headers.TryAddWithoutValidation("Proxy-Authorization", "Basic " + value);
    }
}
