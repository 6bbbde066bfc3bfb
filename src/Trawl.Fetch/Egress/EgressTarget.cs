using System.Globalization;
using System.Net;

namespace Trawl.Fetch.Egress;

/// <summary>What somebody wants to connect to.</summary>
/// <param name="Scheme">Scheme of the URL, lower case.</param>
/// <param name="Host">
/// A name in ASCII, or an address; brackets around IPv6, a zone and a dot at the end may be there.
/// </param>
/// <param name="Port">1 to 65,535.</param>
public readonly record struct EgressTarget(string Scheme, string Host, int Port)
{
    /// <summary>Of an http or https URL.</summary>
    public static EgressTarget Of(Uri url) => new(url.Scheme, url.IdnHost, url.Port);

    /// <summary>The host as a URL writes it: IPv6 in brackets, no dot at the end, no zone.</summary>
    internal string UrlHost
    {
        get
        {
            var bare = Host.TrimStart('[').TrimEnd(']');
            if (!bare.Contains(':')) return bare.EndsWith('.') ? bare[..^1] : bare;
            var zone = bare.IndexOf('%');
            return $"[{(zone < 0 ? bare : bare[..zone])}]";
        }
    }

    /// <summary><c>host:port</c>, as a pipeline allows it.</summary>
    internal string HostAndPort => string.Create(CultureInfo.InvariantCulture, $"{UrlHost}:{Port}");

    /// <summary>The address when the host is written as one, in whatever spelling the system understands.</summary>
    internal IPAddress? Literal =>
        IPAddress.TryParse(Host.TrimStart('[').TrimEnd(']'), out var address) ? address : null;
}
