using System.Globalization;
using System.Net;
using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Http;

namespace Trawl.Fetch.Proxies;

/// <summary>
/// The proxies of a run. Each host keeps to one of them, so that a site sees one visitor, and goes to another only while its
/// own rests. Never answers "none": what has no proxy must not go out.
/// </summary>
internal sealed class ProxyRing : IWebProxy, ICredentials
{
    private readonly ProxySeat[] _seats;

    public ProxyRing(IReadOnlyList<ProxyEndpoint> proxies, TimeProvider time) =>
        _seats = [.. proxies.Select(proxy => new ProxySeat(proxy, time))];

    public int Count => _seats.Length;

    ICredentials? IWebProxy.Credentials
    {
        get => this;
        set => throw new NotSupportedException();
    }

    /// <summary>The proxy for a host; null while all rest.</summary>
    public ProxySeat? Choose(string host) =>
        _seats.Where(seat => seat.Rest == TimeSpan.Zero).MaxBy(seat => Weight(host, seat.Endpoint.Url.AbsoluteUri));

    /// <summary>Learns from an exchange; what is to be said of it, or null.</summary>
    public static string? Judge(ProxySeat seat, FetchResult result)
    {
        switch (result.Error?.Kind)
        {
            case null:
                seat.Well();
                return null;
            case FetchErrorKind.Proxy or FetchErrorKind.Timeout or FetchErrorKind.Reset:
                return seat.Failed(result.Error.Kind == FetchErrorKind.Proxy) is not { } rest ? null : string.Create(
                    CultureInfo.InvariantCulture, $"The proxy {Name(seat)} is left alone for {rest.TotalSeconds:0} s: {result.Error.Message}");
            default:
                return null;
        }
    }

    public FetchError AllRest() => new(FetchErrorKind.Proxy, string.Create(
        CultureInfo.InvariantCulture,
        $"none of the {_seats.Length} proxies is of use: each failed and is left alone; "
        + $"the first is tried again in {_seats.Min(s => s.Rest).TotalSeconds:0} s"));

    public static string Name(ProxySeat seat) => seat.Endpoint.Url.GetLeftPart(UriPartial.Authority);

    Uri IWebProxy.GetProxy(Uri destination) => (Exchange.Current?.Proxy ?? _seats[0]).Endpoint.Url;

    bool IWebProxy.IsBypassed(Uri host) => false;

    NetworkCredential? ICredentials.GetCredential(Uri uri, string authType) =>
        _seats.FirstOrDefault(seat => seat.Endpoint.Url.Authority == uri.Authority)?.Endpoint.Credential;

    /// <summary>Highest-random-weight hashing (FNV-1a): hosts are spread evenly, and only those of a proxy that rests move.</summary>
    private static ulong Weight(string host, string proxy)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in host.ToLowerInvariant().Concat("|").Concat(proxy)) hash = unchecked((hash ^ c) * 1099511628211UL);
        return unchecked((hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15UL);
    }
}
