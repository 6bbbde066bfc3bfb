using System.Net;
using System.Net.Sockets;

namespace Trawl.Fetch.Connections;

/// <summary>Resolves a name once and connects to the first of its addresses that answers.</summary>
internal sealed class Dialer(TimeProvider time)
{
    // A name's first address may be a black hole (broken IPv6 is common); the next one still gets its chance.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    public async ValueTask<Stream> DialAsync(DnsEndPoint target, CancellationToken cancellationToken)
    {
        var addresses = await ResolveAsync(target.Host, cancellationToken).ConfigureAwait(false);
        for (var i = 0; ; i++)
        {
            var last = i == addresses.Length - 1;
            try
            {
                return await ConnectAsync(addresses[i], target.Port, last, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!last && !cancellationToken.IsCancellationRequested
                                      && e is SocketException or OperationCanceledException)
            {
                // The next address.
            }
        }
    }

    private static async ValueTask<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var address)) return [address];
        var found = await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
        return found.Length > 0 ? found : throw new SocketException((int)SocketError.NoData);
    }

    private async ValueTask<Stream> ConnectAsync(
        IPAddress address, int port, bool last, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            using var patience = new CancellationTokenSource(last ? Timeout.InfiniteTimeSpan : s_patience, time);
            using var link = cancellationToken.UnsafeRegister(Cancel, patience);
            await socket.ConnectAsync(new IPEndPoint(address, port), patience.Token).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static void Cancel(object? source) => ((CancellationTokenSource)source!).Cancel();
}
