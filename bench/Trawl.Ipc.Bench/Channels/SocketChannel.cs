using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Trawl.Ipc.Bench.Channels;

/// <summary>
/// A stream socket, blocking, as well as it can be used: frames are written into one buffer and sent by one call, one call
/// receives as much as there is.
/// </summary>
internal sealed class SocketChannel(Socket socket) : Channel
{
    /// <summary>u32 length of what follows, u8 kind, u32 id.</summary>
    internal const int HeaderSize = 9;

    private byte[] _out = new byte[1 << 18];
    private byte[] _in = new byte[1 << 18];
    private int _written, _start, _end;

    internal override bool HasMore => FrameSize() is var size && size > 0 && size <= _end - _start;

    internal static Channel Accept(string path)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        return AcceptFrom(listener);
    }

    internal static Channel Connect(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        return new SocketChannel(socket);
    }

    /// <summary>TCP on loopback; the port is written into the file.</summary>
    internal static Channel AcceptTcp(string path)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        File.WriteAllText(path, $"{((IPEndPoint)listener.LocalEndPoint!).Port}");
        return AcceptFrom(listener);
    }

    internal static Channel ConnectTcp(string path)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, int.Parse(File.ReadAllText(path), null));
        return new SocketChannel(socket);
    }

    internal override Span<byte> Reserve(int size)
    {
        var needed = _written + HeaderSize + size;
        if (needed > _out.Length) Array.Resize(ref _out, Math.Max(needed, 2 * _out.Length));
        return _out.AsSpan(_written + HeaderSize, size);
    }

    internal override void Commit(int size, byte kind, uint id)
    {
        var header = _out.AsSpan(_written);
        BinaryPrimitives.WriteInt32LittleEndian(header, HeaderSize - 4 + size);
        header[4] = kind;
        BinaryPrimitives.WriteUInt32LittleEndian(header[5..], id);
        _written += HeaderSize + size;
    }

    internal override void Flush()
    {
        for (var sent = 0; sent < _written;) sent += socket.Send(_out.AsSpan(sent, _written - sent));
        _written = 0;
    }

    internal override bool Receive(out Frame frame)
    {
        frame = default;
        while (!HasMore)
        {
            if (!Fill()) return false;
        }

        var size = FrameSize();
        var whole = _in.AsSpan(_start, size);
        frame = new Frame(whole[4], BinaryPrimitives.ReadUInt32LittleEndian(whole[5..]), whole[HeaderSize..]);
        _start += size;
        return true;
    }

    public override void Dispose() => socket.Dispose();

    private static SocketChannel AcceptFrom(Socket listener)
    {
        listener.Listen(1);
        Roles.SayReady();
        var socket = listener.Accept();
        if (socket.ProtocolType == ProtocolType.Tcp) socket.NoDelay = true;
        return new SocketChannel(socket);
    }

    private int FrameSize() => _end - _start < 4 ? 0 : 4 + BinaryPrimitives.ReadInt32LittleEndian(_in.AsSpan(_start));

    private bool Fill()
    {
        if (_start == _end) _start = _end = 0;
        var needed = Math.Max(FrameSize(), HeaderSize);
        if (_start + needed > _in.Length)
        {
            var target = needed > _in.Length ? new byte[2 * needed] : _in;
            _in.AsSpan(_start, _end - _start).CopyTo(target);
            (_in, _end, _start) = (target, _end - _start, 0);
        }

        var count = socket.Receive(_in.AsSpan(_end));
        _end += count;
        return count > 0;
    }
}
