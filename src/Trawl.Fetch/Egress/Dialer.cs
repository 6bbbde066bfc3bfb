using System.Net;
using System.Net.Sockets;

namespace Trawl.Fetch.Egress;

/// <summary>Connects to the first of the checked addresses that answers: the only place where this program dials.</summary>
internal sealed class Dialer(TimeProvider time)
{
    // A name's first address may be a black hole (broken IPv6 is common); the next one still gets its chance.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    public async ValueTask<Stream> DialAsync(CheckedTarget target, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            var last = i == target.Ends.Count - 1;
            try
            {
                return await ConnectAsync(target.Ends[i], last, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!last && !cancellationToken.IsCancellationRequested
                                      && e is SocketException or OperationCanceledException)
            {
                // The next address.
            }
        }
    }

    private async ValueTask<Stream> ConnectAsync(IPEndPoint end, bool last, CancellationToken cancellationToken)
    {
        var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            using var patience = new CancellationTokenSource(last ? Timeout.InfiniteTimeSpan : s_patience, time);
            using var link = cancellationToken.UnsafeRegister(Cancel, patience);
#pragma warning disable RS0030 // The one place: what comes here has passed the guard.
            await socket.ConnectAsync(end, patience.Token).ConfigureAwait(false);
#pragma warning restore RS0030
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
