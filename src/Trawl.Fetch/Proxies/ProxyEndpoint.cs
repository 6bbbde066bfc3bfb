using System.Net;

namespace Trawl.Fetch.Proxies;

/// <summary>A proxy with the values that it asks for.</summary>
/// <param name="Url"><c>http://host:port</c> (RFC 9110 §3.7, CONNECT for https) or <c>socks5://host:port</c> (RFC 1928).</param>
/// <param name="User">Null when it asks for nothing.</param>
/// <param name="Password">Null for none.</param>
public sealed record ProxyEndpoint(Uri Url, string? User = null, string? Password = null)
{
    internal NetworkCredential? Credential => User is null ? null : new NetworkCredential(User, Password ?? "");

    /// <summary>Whether a connection to this place is one to the proxy.</summary>
    internal bool IsAt(DnsEndPoint place) =>
        place.Port == Url.Port && string.Equals(place.Host, Url.IdnHost, StringComparison.OrdinalIgnoreCase);
}
