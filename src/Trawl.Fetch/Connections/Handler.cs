using System.Net;
using System.Net.Http;
using System.Net.Security;
using Trawl.Fetch.Http;

namespace Trawl.Fetch.Connections;

/// <summary>The handler with everything it would do on its own switched off.</summary>
internal static class Handler
{
    public static SocketsHttpHandler Create(FetcherOptions options, Connector connector) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
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
