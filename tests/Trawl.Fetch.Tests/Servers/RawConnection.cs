using System.Net.Sockets;
using System.Text;

namespace Trawl.Fetch.Tests.Servers;

/// <summary>The server's end of one TCP connection, with nothing between the test and the bytes.</summary>
public sealed class RawConnection(Socket socket, CancellationToken cancellationToken)
{
    public CancellationToken Stopped => cancellationToken;

    /// <summary>Everything up to the blank line; empty when the client has closed.</summary>
    public async Task<string> ReadHeadAsync()
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!EndsHead(head))
        {
            if (await socket.ReceiveAsync(one, cancellationToken) == 0) return "";
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(byte[] bytes)
    {
        for (var sent = 0; sent < bytes.Length;)
        {
            sent += await socket.SendAsync(bytes.AsMemory(sent), cancellationToken);
        }
    }

    /// <summary>Ends with RST instead of FIN.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }

    /// <summary>Returns when the client has closed its end, whichever way.</summary>
    public async Task WaitForCloseAsync()
    {
        try
        {
            var some = new byte[256];
            while (await socket.ReceiveAsync(some, cancellationToken) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // A reset is a close too.
        }
    }

    private static bool EndsHead(StringBuilder head) =>
        head.Length >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n' && head[^4] == '\r';
}
