using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Bodies;
using Trawl.Fetch.Connections;
using Trawl.Fetch.Errors;
using Trawl.Fetch.Headers;

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
        _invoker = new HttpMessageInvoker(Handler.Create(options, _connector));
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">This machine could not write the temporary file of a spooled body.</exception>
    public async ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var deadline = new CancellationTokenSource(request.Timeout, _options.Time);
        using var link = cancellationToken.UnsafeRegister(static s => ((CancellationTokenSource)s!).Cancel(), deadline);
        var exchange = new Exchange(request, deadline.Token);
        var clock = new ExchangeClock(_options.Time);
        if (!TryBuild(request, out var message, out var problem)) return Result(exchange, clock, null, null, problem);
        using (message)
        {
            message.Options.Set(Exchange.Key, exchange);
            return await RunAsync(message, exchange, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _invoker.Dispose();

    private async ValueTask<FetchResult> RunAsync(
        HttpRequestMessage message, Exchange exchange, ExchangeClock clock, CancellationToken cancellationToken)
    {
        HttpResponseMessage? response = null;
        var handedOver = false;
        try
        {
            Exchange.Current = exchange;
            response = await _invoker.SendAsync(message, exchange.Abort).ConfigureAwait(false);
            var whole = await ReceiveAsync(message, response, exchange).ConfigureAwait(false);
            handedOver = true;
            return Result(exchange, clock, message, response, whole ? null : Failures.TooLarge(exchange.Request.MaxBody));
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
            or ObjectDisposedException
        || (e is IOException and not SpoolException);
}
