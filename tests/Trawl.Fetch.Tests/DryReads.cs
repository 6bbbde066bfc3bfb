using System.Net.Sockets;
using System.Threading.Channels;

namespace Trawl.Fetch.Tests;

/// <summary>Connections that report how many bytes the client had taken each time it came back for more.</summary>
public sealed class DryReads
{
    private readonly Channel<int> _taken = Channel.CreateUnbounded<int>();

    public Stream Watch(Stream connection) => new Watched(((NetworkStream)connection).Socket, _taken.Writer);

    /// <summary>Returns when the client has read the head and that many bytes, and asks for more.</summary>
    public async Task ForBytesBehindHeadAsync(int count)
    {
        const int head = 40; // "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"
        while (await _taken.Reader.ReadAsync() < head + count)
        {
        }
    }

    private sealed class Watched(Socket socket, ChannelWriter<int> taken) : NetworkStream(socket, ownsSocket: true)
    {
        private int _total;

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            taken.TryWrite(_total);
            var read = await base.ReadAsync(buffer, cancellationToken);
            _total += read;
            return read;
        }
    }
}
