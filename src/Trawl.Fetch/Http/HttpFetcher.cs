using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Bodies;
using Trawl.Fetch.Connections;
using Trawl.Fetch.Egress;
using Trawl.Fetch.Errors;
using Trawl.Fetch.Headers;
using Trawl.Fetch.Proxies;

namespace Trawl.Fetch.Http;

/// <summary>The live fetcher: HTTP/1.1 and, where TLS negotiates it, HTTP/2.</summary>
public sealed class HttpFetcher : IFetcher, IDisposable
{
    // The path goes out as the canonical URL has it; System.Uri would rewrite some of its escapes.
    private static readonly UriCreationOptions s_asWritten = new()
    {
        DangerousDisablePathAndQueryCanonicalization = true,
    };

    private readonly FetcherOptions _options;
    private readonly RequestHeaders _headers;
    private readonly CookieJar? _cookies;
    private readonly Connector _connector;
    private readonly ProxyRing? _proxies;
    private readonly EgressGuard _targets;
    private readonly HttpMessageInvoker _invoker;

    /// <exception cref="ArgumentException">
    /// The options break a rule; the message has every one (see <see cref="FetcherOptions.Check"/>).
    /// </exception>
    public HttpFetcher(FetcherOptions options)
    {
        var problems = options.Check();
        if (problems.Count > 0) throw new ArgumentException(string.Join('\n', problems), nameof(options));
        _options = options;
        _headers = new RequestHeaders(options);
        _cookies = options.Cookies ?? (options.Plan.Cookies ? new CookieJar() : null);
        _connector = new Connector(options);
        _proxies = options.Proxies.Count == 0 ? null : new ProxyRing(options.Proxies, options.Time);
        _targets = new EgressGuard(options.Egress, options.Resolver ?? new SystemResolver());
        _invoker = new HttpMessageInvoker(Handler.Create(options, _connector, _proxies));
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">This machine could not write the temporary file of a spooled body.</exception>
    public async ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _proxies is null
            ? await OnceAsync(request, null, cancellationToken).ConfigureAwait(false)
            : await ThroughAsync(_proxies, request, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _invoker.Dispose();

    /// <summary>Through the host's proxy, and through another when that one fails before it was told anything.</summary>
    private async ValueTask<FetchResult> ThroughAsync(ProxyRing proxies, FetchRequest request, CancellationToken cancellationToken)
    {
        var notes = new List<string>();
        var host = Uri.TryCreate(request.Url, UriKind.Absolute, out var url) ? url.IdnHost : "";
        for (var left = proxies.Count; ; left--)
        {
            if (proxies.Choose(host) is not { } seat)
            {
                return new FetchResult { Error = proxies.AllRest(), Notes = notes, StartedAt = _options.Time.GetUtcNow() };
            }

            var result = await OnceAsync(request, seat, cancellationToken).ConfigureAwait(false);
            if (ProxyRing.Judge(seat, result) is { } note) notes.Add(note);
            if (result.Error?.Kind != FetchErrorKind.Proxy || left == 1)
            {
                result.Notes = [.. result.Notes, .. notes];
                return result;
            }

            result.Dispose();
        }
    }

    private async ValueTask<FetchResult> OnceAsync(FetchRequest request, ProxySeat? proxy, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(request.Timeout, _options.Time);
        using var link = cancellationToken.UnsafeRegister(static s => ((CancellationTokenSource)s!).Cancel(), deadline);
        var exchange = new Exchange(request, deadline.Token) { Proxy = proxy };
        var clock = new ExchangeClock(_options.Time);
        if (!TryBuild(request, out var message, out var problem)) return Result(exchange, clock, null, null, problem);
        using (message)
        {
            message.Options.Set(Exchange.Key, exchange);
            ProxyHeader.Apply(message, proxy);
            return await RunAsync(message, exchange, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<FetchResult> RunAsync(
        HttpRequestMessage message, Exchange exchange, ExchangeClock clock, CancellationToken cancellationToken)
    {
        HttpResponseMessage? response = null;
        var handedOver = false;
        try
        {
            Exchange.Current = exchange;
            if (exchange.Proxy is not null) await CheckTargetAsync(message.RequestUri!, exchange.Abort).ConfigureAwait(false);
            response = await _invoker.SendAsync(message, exchange.Abort).ConfigureAwait(false);
            var whole = await ReceiveAsync(message, response, exchange).ConfigureAwait(false);
            handedOver = true;
            return Result(exchange, clock, message, response, Problem(exchange, response, whole));
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested && IsOfTheNetwork(e))
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception e) when (IsOfTheNetwork(e))
        {
            handedOver = true;
            return Result(exchange, clock, message, response, Describe(e, message.RequestUri!, exchange));
        }
        finally
        {
            exchange.Abandon();
            response?.Dispose();
            if (!handedOver) exchange.Body?.Release();
        }
    }

    private static FetchError? Problem(Exchange exchange, HttpResponseMessage response, bool isWhole) =>
        exchange.Proxy is not null && response.StatusCode == HttpStatusCode.ProxyAuthenticationRequired ? Failures.ProxyRefused(exchange)
        : isWhole ? null
        : Failures.TooLarge(exchange.Request.MaxBody);

    /// <summary>A proxy resolves names by itself; what this machine knows of them is held against the rules before it is asked.</summary>
    private async ValueTask CheckTargetAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            await _targets.CheckAsync(EgressTarget.Of(url), cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            // Only the proxy knows the name.
        }
    }

    private async ValueTask<bool> ReceiveAsync(
        HttpRequestMessage message, HttpResponseMessage response, Exchange exchange)
    {
        if (response.Version == HttpVersion.Version20)
        {
            exchange.Address = _connector.MultiplexedPeer(message.RequestUri!, out _);
        }

        _cookies?.Keep(message.RequestUri!, response);
        exchange.Body = new ReceivedBody(
            _options.TempFolder, exchange.Request.SpoolAbove, ReceivedHeaders.ContentLength(response));
        exchange.Phase = ExchangePhase.ReadingBody;
        return await BodyReader.ReadAsync(response, exchange, exchange.Request.MaxBody, exchange.Abort)
            .ConfigureAwait(false);
    }

    private FetchError Describe(Exception exception, Uri url, Exchange exchange)
    {
        if (exchange.Phase == ExchangePhase.Connecting)
        {
            var peer = _connector.MultiplexedPeer(url, out var known);
            if (known) exchange.Phase = ExchangePhase.AwaitingHeaders;
            exchange.Address ??= peer;
        }

        if (exchange.Abort.IsCancellationRequested) return Failures.Timeout(exchange);
        return Failures.IsCancellation(exception)
            ? Failures.ConnectTimeout(exchange, _options.ConnectTimeout)
            : Failures.From(exception, exchange);
    }

    private bool TryBuild(
        FetchRequest request,
        [NotNullWhen(true)] out HttpRequestMessage? message,
        [NotNullWhen(false)] out FetchError? error)
    {
        message = null;
        error = RequestHeaders.Problem(request) is { } problem ? Failures.BadRequest(problem) : null;
        if (error is not null) return false;
        if (!Uri.TryCreate(request.Url, s_asWritten, out var url))
        {
            error = Failures.BadRequest($"\"{request.Url}\" has a host that cannot be asked; exclude the URL");
            return false;
        }

        message = new HttpRequestMessage(new HttpMethod(request.Method), url)
        {
            // Over plain http this is HTTP/1.1; over TLS the server chooses (ALPN).
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = request.Body.IsEmpty ? null : new ReadOnlyMemoryContent(request.Body),
        };
        _headers.Apply(message, request.Headers);
        ValidatorHeaders.Apply(message, request.Validators);
        _cookies?.Apply(message);
        return true;
    }

    private static FetchResult Result(
        Exchange exchange, ExchangeClock clock, HttpRequestMessage? request, HttpResponseMessage? response, FetchError? error)
    {
        var body = exchange.Body;
        body?.Complete();
        var sent = exchange.RequestHead.Bytes;
        return new FetchResult(body is null ? null : body.Release)
        {
            Status = response is null ? 0 : (int)response.StatusCode,
            Headers = response is null ? [] : ReceivedHeaders.Of(response),
            Body = body?.Memory ?? default,
            BodyFile = body?.File,
            BodyLength = body?.Length ?? 0,
            RawRequestHead = sent,
            SentHeaders = sent.IsEmpty && request is not null ? SentHeaders.Of(request) : [],
            RawResponseHead = response is null ? default : exchange.ResponseHead.Bytes,
            Protocol = response?.Version == HttpVersion.Version20 ? "HTTP/2" : "HTTP/1.1",
            Error = error,
            Address = exchange.Address,
            StartedAt = clock.StartedAt,
            Duration = clock.Elapsed,
        };
    }

    // Everything else is a mistake of ours, or a full disk, and must not be blamed on the server.
    private static bool IsOfTheNetwork(Exception e) =>
        e is HttpRequestException or OperationCanceledException or SocketException or AuthenticationException
            or ObjectDisposedException or EgressRefusedException
        || (e is IOException and not SpoolException);
}
