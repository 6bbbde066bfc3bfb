using System.Collections.Concurrent;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using Trawl.Fetch.Egress;
using Trawl.Fetch.Http;
using Trawl.Fetch.Proxies;

namespace Trawl.Fetch.Connections;

/// <summary>Opens connections for the handler's pool and remembers who is at the other end.</summary>
internal sealed class Connector(FetcherOptions options)
{
    private readonly GuardedDialer _dialer = new(options.Egress, options.Resolver, options.Time);
    private readonly GuardedDialer _toProxies = new(options.ProxyEgress, options.Resolver, options.Time);

    // HTTP/2 writes from a loop of its own, outside any exchange's flow; a host has one such connection at a time.
    private readonly ConcurrentDictionary<string, string?> _multiplexed = new(StringComparer.OrdinalIgnoreCase);

    public string? MultiplexedPeer(Uri url, out bool known)
    {
        known = _multiplexed.TryGetValue(url.Authority, out var address);
        return address;
    }

    public async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        context.InitialRequestMessage.Options.TryGetValue(Exchange.Key, out var exchange);
        using var abort = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken, exchange?.Abort ?? CancellationToken.None);
        var stream = options.Proxies.Count == 0
            ? await _dialer.DialAsync(TargetOf(context), abort.Token).ConfigureAwait(false)
            : await DialProxyAsync(context.DnsEndPoint, abort.Token).ConfigureAwait(false);
        // Behind a proxy nobody knows who answers.
        var peer = new PeerStream(options.Tap?.Invoke(stream) ?? stream, options.Proxies.Count == 0 ? AddressOf(stream) : null);
        exchange?.Opening(peer);
        return peer;
    }

    public ValueTask<Stream> OpenedAsync(SocketsHttpPlaintextStreamFilterContext context)
    {
        if (context.InitialRequestMessage.Method == HttpMethod.Connect)
        {
            // What is said to the proxy is not part of any exchange.
            (context.PlaintextStream as PeerStream)?.Open();
            return ValueTask.FromResult(context.PlaintextStream);
        }

        if (context.InitialRequestMessage.Options.TryGetValue(Exchange.Key, out var exchange))
        {
            exchange.Opened();
            if (context.NegotiatedHttpVersion == HttpVersion.Version20)
            {
                _multiplexed[context.InitialRequestMessage.RequestUri!.Authority] = exchange.Address;
            }
        }

        return ValueTask.FromResult(
            context.NegotiatedHttpVersion == HttpVersion.Version20 ? context.PlaintextStream : new WireStream(context.PlaintextStream));
    }

    private async ValueTask<Stream> DialProxyAsync(DnsEndPoint place, CancellationToken cancellationToken)
    {
        if (!options.Proxies.Any(proxy => proxy.IsAt(place)))
        {
            throw new ProxyException($"\"{place.Host}\" would have been asked without a proxy; nothing was sent");
        }

        try
        {
            return await _toProxies.DialAsync(new EgressTarget("http", place.Host, place.Port), cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException error)
        {
            throw new ProxyException($"the proxy {place.Host}:{place.Port} cannot be reached ({error.Message}); check proxies", error);
        }
    }

    // What the handler is about to dial, not what the request was made of: the two must not be able to differ.
    private static EgressTarget TargetOf(SocketsHttpConnectionContext context) => new(
        context.InitialRequestMessage.RequestUri!.Scheme, context.DnsEndPoint.Host, context.DnsEndPoint.Port);

    private static string? AddressOf(Stream stream)
    {
        if (stream is not NetworkStream { Socket.RemoteEndPoint: IPEndPoint end }) return null;
        return end.Address.IsIPv4MappedToIPv6 ? end.Address.MapToIPv4().ToString() : end.Address.ToString();
    }
}
