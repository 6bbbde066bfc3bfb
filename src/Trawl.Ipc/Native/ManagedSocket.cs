using System.Buffers.Binary;
using System.ComponentModel;
using System.Net.Sockets;

namespace Trawl.Ipc.Native;

/// <summary>
/// A Unix socket of the framework: Windows 10 (1803) and later, macOS, anything else. Tested on Linux; written for Windows
/// and macOS, where nobody has run it yet.
/// </summary>
internal sealed class ManagedSocket : UnixSocket
{
    private const int PeerProcessOfWindows = 0x58000100; // SIO_AF_UNIX_GETPEERPID
    private readonly Socket _socket;
    private long _taken;

    private ManagedSocket(Socket socket, string folder)
    {
        _socket = socket;
        Folder = folder;
        socket.Blocking = false;
    }

    public Socket Socket => _socket;

    /// <summary>Bytes ever received.</summary>
    public long Taken => Volatile.Read(ref _taken);

    /// <summary>True when the peer has closed and all it sent was received: for certain, whoever else receives meanwhile.</summary>
    public bool IsAtEnd
    {
        get
        {
            try
            {
                Span<byte> next = stackalloc byte[1];
                return _socket.Receive(next, SocketFlags.Peek, out var error) == 0 && error is not (SocketError.WouldBlock or SocketError.Interrupted);
            }
            catch (ObjectDisposedException)
            {
                return true;
            }
        }
    }

    public override PeerCredentials Peer
    {
        get
        {
            try
            {
                return OperatingSystem.IsWindows() ? OnWindows() : OperatingSystem.IsMacOS() ? OnMacOS() : OnLinux();
            }
            catch (SocketException)
            {
                return new(-1, uint.MaxValue, uint.MaxValue);
            }
        }
    }

    public static new UnixSocket Listen(string path, int backlog)
    {
        var socket = Create();
        try
        {
            socket.Bind(new UnixDomainSocketEndPoint(path));
            socket.Listen(backlog);
            return new ManagedSocket(socket, Path.GetDirectoryName(path)!);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new Win32Exception(e.NativeErrorCode, $"Cannot listen on {path}: {e.Message}");
        }
    }

    public static new int TryConnect(string path, out UnixSocket? socket)
    {
        socket = null;
        var created = new ManagedSocket(Create(), Path.GetDirectoryName(path)!);
        try
        {
#pragma warning disable RS0030 // A file of this machine, not an address.
            created._socket.Connect(new UnixDomainSocketEndPoint(path));
#pragma warning restore RS0030
            socket = created;
            return 0;
        }
        catch (SocketException e)
        {
            created.Dispose();
            return e.SocketErrorCode switch
            {
                SocketError.ConnectionRefused => Errno.ConnectionRefused, SocketError.WouldBlock => Errno.Again, _ => e.NativeErrorCode,
            };
        }
    }

    /// <summary>Two ends of one connection within this process.</summary>
    public static (Socket One, Socket Other) Pair()
    {
        var path = Path.Combine(Path.GetTempPath(), $"trawl-{Guid.NewGuid():N}");
        using var listening = Listen(path, 1);
        try
        {
            if (TryConnect(path, out var one) == 0 && listening.WaitReadable(1000) && listening.TryAccept() is ManagedSocket other)
                return (((ManagedSocket)one!)._socket, other._socket);
            throw new IOException($"A socket in {Path.GetTempPath()} cannot be connected to.");
        }
        finally
        {
            File.Delete(path);
        }
    }

    public override UnixSocket? TryAccept()
    {
        try
        {
            return _socket.Poll(0, SelectMode.SelectRead) ? new ManagedSocket(_socket.Accept(), Folder) : null;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return null;
        }
    }

    public override SocketOutcome Send(ReadOnlySpan<byte> data, out int sent)
    {
        sent = 0;
        try
        {
            sent = _socket.Send(data, SocketFlags.None, out var error);
            return Outcome(error, sent);
        }
        catch (ObjectDisposedException)
        {
            return SocketOutcome.Gone;
        }
    }

    public override SocketOutcome Receive(Span<byte> buffer, out int received)
    {
        received = 0;
        try
        {
            received = _socket.Receive(buffer, SocketFlags.None, out var error);
            Interlocked.Add(ref _taken, received);
            return Outcome(error, received);
        }
        catch (ObjectDisposedException)
        {
            return SocketOutcome.Gone;
        }
    }

    public override SocketOutcome SendWith(ReadOnlySpan<byte> data, int descriptor, out int sent) =>
        throw new PlatformNotSupportedException("Descriptors are passed on Linux only; elsewhere memory is found by name.");

    public override SocketOutcome ReceiveWith(Span<byte> buffer, out int received, out Descriptor? descriptor)
    {
        descriptor = null;
        return Receive(buffer, out received);
    }

    public override bool Wait(short events, int milliseconds)
    {
        try
        {
            List<Socket>? read = (events & PollEvents.In) != 0 ? [_socket] : null;
            List<Socket>? write = (events & PollEvents.Out) != 0 ? [_socket] : null;
            Socket.Select(read, write, null, milliseconds < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(milliseconds));
            return read?.Count > 0 || write?.Count > 0;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Whoever looks next sees the end.
            return true;
        }
    }

    public override void Shutdown()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It was over already.
        }
    }

    public override void Dispose() => _socket.Dispose();

    private static Socket Create() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    private static SocketOutcome Outcome(SocketError error, int moved) => error switch
    {
        SocketError.Success when moved > 0 => SocketOutcome.Moved,
        SocketError.WouldBlock or SocketError.IOPending or SocketError.Interrupted or SocketError.NoBufferSpaceAvailable => SocketOutcome.WouldBlock,
        _ => SocketOutcome.Gone,
    };

    // struct ucred: process, user, group.
    private PeerCredentials OnLinux()
    {
        Span<byte> option = stackalloc byte[12];
        _socket.GetRawSocketOption(1, 17, option);
        return new(
            BinaryPrimitives.ReadInt32LittleEndian(option), BinaryPrimitives.ReadUInt32LittleEndian(option[4..]),
            BinaryPrimitives.ReadUInt32LittleEndian(option[8..]));
    }

    // LOCAL_PEERPID, and LOCAL_PEERCRED with struct xucred: version, user, number of groups (16 bits, padded), groups.
    private PeerCredentials OnMacOS()
    {
        Span<byte> process = stackalloc byte[4];
        Span<byte> credentials = stackalloc byte[76];
        _socket.GetRawSocketOption(0, 2, process);
        _socket.GetRawSocketOption(0, 1, credentials);
        return new(
            BinaryPrimitives.ReadInt32LittleEndian(process), BinaryPrimitives.ReadUInt32LittleEndian(credentials[4..]),
            BinaryPrimitives.ReadUInt32LittleEndian(credentials[12..]));
    }

    // No user: who may open the socket is decided by the rights of its folder.
    private PeerCredentials OnWindows()
    {
        var process = new byte[4];
        _ = _socket.IOControl(PeerProcessOfWindows, null, process);
        return new(BinaryPrimitives.ReadInt32LittleEndian(process), Platform.User, 0);
    }
}
