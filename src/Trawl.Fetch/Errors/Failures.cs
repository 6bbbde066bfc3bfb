using System.Globalization;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Connections;
using Trawl.Fetch.Egress;
using Trawl.Fetch.Http;
using Trawl.Fetch.Proxies;

namespace Trawl.Fetch.Errors;

/// <summary>Turns whatever the platform throws into one error with a kind and a way out.</summary>
internal static class Failures
{
    public static FetchError Timeout(Exchange exchange) => new(
        FetchErrorKind.Timeout,
        $"\"{Host(exchange)}\" took longer than {Seconds(exchange.Request.Timeout)}: it ended {Phase(exchange)}; "
        + "raise fetch.timeout, or lower fetch.perHost if the server is busy");

    public static FetchError ConnectTimeout(Exchange exchange, TimeSpan limit) => new(
        FetchErrorKind.Timeout,
        $"\"{Host(exchange)}\" gave no connection within {Seconds(limit)}; "
        + "check that the host is up and can be reached from here");

    public static FetchError TooLarge(long max) => new(FetchErrorKind.TooLarge, string.Create(
        CultureInfo.InvariantCulture,
        $"the body is larger than {max} bytes, the limit of fetch.maxBody; raise it or exclude the URL"));

    public static FetchError BadRequest(string problem) => new(FetchErrorKind.Protocol, problem);

    public static FetchError From(Exception exception, Exchange exchange) => exception switch
    {
        _ when Find<EgressRefusedException>(exception) is { } refused => new(FetchErrorKind.Egress, refused.Message),
        _ when Find<ProxyException>(exception) is { } proxy => new(FetchErrorKind.Proxy, proxy.Message),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => Tunnel(exception, exchange),
        _ when Find<CertificateRejectedException>(exception) is { } certificate => Certificate(certificate, exchange),
        _ when Find<AuthenticationException>(exception) is { } tls => Handshake(tls, exchange),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => Dns(exception, exchange),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => Connect(exception, exchange),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            Handshake(exception.InnerException ?? exception, exchange),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            HeadersTooLarge(exchange),
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded }
            or HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => Reset("closed", exchange),
        _ when Find<HttpProtocolException>(exception) is { } broken && !IsBreach(broken) => StreamReset(broken, exchange),
        _ when Find<SocketException>(exception) is { } socket => Reset(Word(socket), exchange),
        // Another request's failure has closed the connection under this one.
        _ when Find<ObjectDisposedException>(exception) is not null => Reset("closed", exchange),
        _ => Protocol(exception, exchange),
    };

    /// <summary>The platform ends an overlong connect with one of these, though no token is cancelled.</summary>
    public static bool IsCancellation(Exception exception) =>
        Find<OperationCanceledException>(exception) is not null || Find<TimeoutException>(exception) is not null;

    /// <summary>The proxy wants to know who asks, and was not told or not convinced.</summary>
    public static FetchError ProxyRefused(Exchange exchange) => new(
        FetchErrorKind.Proxy, $"the proxy {ProxyRing.Name(exchange.Proxy!)} does not let us through (407); check its user and password");

    private static FetchError Tunnel(Exception exception, Exchange exchange) =>
        exchange.Proxy is not null && (exception as HttpRequestException)?.StatusCode == System.Net.HttpStatusCode.ProxyAuthenticationRequired
            ? ProxyRefused(exchange)
            : new(FetchErrorKind.Connect, $"the proxy found no way to \"{Host(exchange)}\" ({Last(exception)}); check the host, and what the proxy allows");

    private static FetchError Certificate(CertificateRejectedException certificate, Exchange exchange) => new(
        FetchErrorKind.Tls,
        $"\"{Host(exchange)}\" is not trusted: {certificate.Message}; the site's owner must renew or replace it");

    private static FetchError Handshake(Exception reason, Exchange exchange) => new(
        FetchErrorKind.Tls,
        $"\"{Host(exchange)}\" did not complete the TLS handshake ({Last(reason)}); check that the port speaks https");

    private static FetchError Dns(Exception exception, Exchange exchange) => new(
        FetchErrorKind.Dns,
        $"\"{Host(exchange)}\" does not resolve ({Last(exception)}); check the host's spelling and this machine's DNS");

    private static FetchError Connect(Exception exception, Exchange exchange) => new(
        FetchErrorKind.Connect,
        Find<SocketException>(exception)?.SocketErrorCode == SocketError.ConnectionRefused
            ? $"\"{Host(exchange)}\" refused the connection; check the port and that the server runs"
            : $"\"{Host(exchange)}\" cannot be reached ({Last(exception)}); check the address and the network");

    private static FetchError HeadersTooLarge(Exchange exchange) => new(
        FetchErrorKind.Protocol,
        $"\"{Host(exchange)}\" sent response headers larger than the limit; exclude the URL if it stays so");

    private static FetchError Reset(string what, Exchange exchange) => new(
        FetchErrorKind.Reset,
        $"\"{Host(exchange)}\" {what} the connection {Phase(exchange)}; another attempt may succeed");

    private static FetchError StreamReset(HttpProtocolException exception, Exchange exchange) => new(
        FetchErrorKind.Reset,
        $"\"{Host(exchange)}\" reset the request's stream {Phase(exchange)} ({Last(exception)}); another attempt may succeed");

    private static FetchError Protocol(Exception exception, Exchange exchange) => new(
        FetchErrorKind.Protocol,
        $"\"{Host(exchange)}\" sent what is not valid HTTP {Phase(exchange)} ({Last(exception)}); "
        + "the server is at fault, exclude the URL if it stays so");

    // Codes of RFC 9113 §7 that say who broke the protocol; with any other the server, or what stands before it, ends the stream.
    private static bool IsBreach(HttpProtocolException exception) => exception.ErrorCode is 0x1 or 0x3 or 0x6 or 0x9;

    private static string Word(SocketException socket) =>
        socket.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted ? "reset" : "broke";

    private static string Phase(Exchange exchange) => exchange.Phase switch
    {
        ExchangePhase.Connecting => "while connecting",
        ExchangePhase.AwaitingHeaders => "while waiting for the response headers",
        _ => string.Create(
            CultureInfo.InvariantCulture, $"while reading the body, after {exchange.Body?.Length ?? 0} bytes"),
    };

    private static string Seconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");

    private static string Host(Exchange exchange) =>
        Uri.TryCreate(exchange.Request.Url, UriKind.Absolute, out var url) ? url.Authority : exchange.Request.Url;

    private static string Last(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception.Message.TrimEnd('.');
    }

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found) return found;
        }

        return null;
    }
}
