using System.Buffers.Binary;
using System.IO.Pipes;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Trawl.Ipc.Bench.Echo;

/// <summary>The framework's asynchronous streams: a Unix socket and a named pipe (on Linux a Unix socket too).</summary>
internal static class StreamEcho
{
    internal static int ServeUnix(string path)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(1);
        Roles.SayReady();
        using var stream = new NetworkStream(listener.Accept(), ownsSocket: true);
        return ServeAsync(stream).GetAwaiter().GetResult();
    }

    internal static int DriveUnix(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        using var stream = new NetworkStream(socket, ownsSocket: true);
        return Drive(stream);
    }

    internal static int ServePipe(string path)
    {
        using var pipe = new NamedPipeServerStream(path, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        Roles.SayReady();
        pipe.WaitForConnection();
        return ServeAsync(pipe).GetAwaiter().GetResult();
    }

    internal static int DrivePipe(string path)
    {
        using var pipe = new NamedPipeClientStream(".", path, PipeDirection.InOut, PipeOptions.Asynchronous);
        pipe.Connect();
        return Drive(pipe);
    }

    private static async Task<int> ServeAsync(Stream stream)
    {
        var buffer = new byte[1 << 18];
        while (await ReceiveAsync(stream, buffer) is var size && size > 0) await stream.WriteAsync(buffer.AsMemory(0, size));
        return 0;
    }

    private static int Drive(Stream stream)
    {
        var buffer = new byte[1 << 18];
        var echo = new AsyncEcho(async message =>
        {
            BinaryPrimitives.WriteInt32LittleEndian(buffer, message.Length);
            message.CopyTo(buffer.AsMemory(4));
            await stream.WriteAsync(buffer.AsMemory(0, 4 + message.Length));
            var size = await ReceiveAsync(stream, buffer);
            buffer.AsMemory(4, size - 4).CopyTo(message);
        });
        return Roles.Obey(words => Order(words, echo));
    }

    private static JsonObject Order(string[] words, AsyncEcho echo) =>
        echo.RoundTripsAsync(Roles.Number(words[1]), Roles.Real(words[2])).GetAwaiter().GetResult();

    // A frame is its length and its bytes; answers how many bytes that is together, 0 at the end.
    private static async ValueTask<int> ReceiveAsync(Stream stream, byte[] buffer)
    {
        var have = 0;
        var whole = 4;
        while (have < whole)
        {
            var count = await stream.ReadAsync(buffer.AsMemory(have));
            if (count == 0) return 0;
            have += count;
            if (have >= 4) whole = 4 + BinaryPrimitives.ReadInt32LittleEndian(buffer);
        }

        return whole;
    }
}
