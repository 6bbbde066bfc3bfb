#pragma warning disable RS0030 // Of this room's places that dial, one: all its connections come from the guarded dialer.
using System.Net;
using System.Net.Http;
using System.Net.WebSockets;
using Trawl.Fetch.Connections;

namespace Trawl.Fetch.Egress;

/// <summary>
/// HTTP and WebSocket for what a run asks beside pages (tool servers, models): every connection through the egress guard, no
/// redirects, no cookies, no proxy.
/// </summary>
public sealed class GuardedHttp : IDisposable
{
    private readonly GuardedDialer _dialer;
    
    /// <param name="rules">What may be reached.</param>
    /// <param name="maxBody">Bytes of an answer's body at most; what is longer breaks off with a <see cref="TooLongException"/>.</param>
    /// <param name="time">For the patience with an address that does not answer; null for the system's.</param>
    public GuardedHttp(EgressRules rules, long maxBody, TimeProvider? time = null)
    {
        _dialer = new GuardedDialer(rules, null, time);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            MaxResponseHeadersLength = 64,
            ConnectCallback = ConnectAsync,
            SslOptions = { RemoteCertificateValidationCallback = new CertificateCheck([]).Validate },
        };
        Client = new HttpClient(new CappedHandler(handler, maxBody)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The client; deadlines are the caller's.</summary>
    public HttpClient Client { get; }

    /// <summary>Sends a request, and answers when the head of the response is there.</summary>
    /// <exception cref="HttpRequestException">Nobody answers, or the guard refuses: <see cref="EgressRefusedException"/> is within.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    /// <summary>Opens a WebSocket.</summary>
    /// <param name="url">A ws or wss URL.</param>
    /// <param name="protocol">The subprotocol to ask for.</param>
    /// <param name="headers">Headers of the handshake.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="WebSocketException">The server refused, or cannot be reached; the reason is within.</exception>
    public async Task<WebSocket> OpenSocketAsync(
        Uri url, string protocol, IEnumerable<KeyValuePair<string, string>> headers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.AddSubProtocol(protocol);
            socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(30);
            foreach (var (name, value) in headers) socket.Options.SetRequestHeader(name, value);
            await socket.ConnectAsync(url, Client, cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var scheme = context.InitialRequestMessage.RequestUri!.Scheme switch { "ws" => "http", "wss" => "https", var other => other };
        return await _dialer.DialAsync(new EgressTarget(scheme, context.DnsEndPoint.Host, context.DnsEndPoint.Port), cancellationToken).ConfigureAwait(false);
    }
}
