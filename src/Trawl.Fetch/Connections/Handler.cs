using System.Net;
using System.Net.Http;
using System.Net.Security;
using Trawl.Fetch.Http;
using Trawl.Fetch.Proxies;

namespace Trawl.Fetch.Connections;

/// <summary>The handler with everything it would do on its own switched off.</summary>
internal static class Handler
{
#pragma warning disable RS0030 // The one place: all its connections come from the connector, and so from the guard.
    public static SocketsHttpHandler Create(FetcherOptions options, Connector connector, ProxyRing? proxies) => new()
#pragma warning restore RS0030
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = proxies is not null,
        Proxy = proxies,
        ActivityHeadersPropagator = null,
        MaxConnectionsPerServer = options.Plan.PerHostConcurrency,
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionLifetime = options.ConnectionLifetime,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        MaxResponseHeadersLength = options.MaxHeaderKib,
        MaxResponseDrainSize = 64 << 10,
        ResponseDrainTimeout = TimeSpan.FromMilliseconds(250),
        ConnectCallback = connector.ConnectAsync,
        PlaintextStreamFilter = (context, _) => connector.OpenedAsync(context),
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = new CertificateCheck(options.TrustedRoots).Validate,
        },
    };
}
