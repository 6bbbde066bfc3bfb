using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Trawl.Ipc.Native;

/// <summary>A Unix socket by its descriptor, on Linux.</summary>
internal sealed unsafe partial class LinuxSocket : UnixSocket
{
    public const byte FamilyUnix = 1;
    private const int StreamNonBlockingCloseOnExec = 1 | 0x800 | 0x80000;
    private const int NonBlockingCloseOnExec = 0x800 | 0x80000;
    private const int NoSignal = 0x4000;
    private readonly Descriptor _descriptor;

    private LinuxSocket(int fd) => _descriptor = new Descriptor(fd);

    public Descriptor Descriptor => _descriptor;

    private int Number => _descriptor.Number;

    public static new UnixSocket Listen(string path, int backlog)
    {
        var socket = Create(path);
        try
        {
            var address = stackalloc byte[SocketAddress.Size];
            var length = SocketAddress.Write(path, new(address, SocketAddress.Size));
            ThrowIf(Libc.Bind(socket.Number, address, length) != 0, $"bind to {path}");
            ThrowIf(Libc.Listen(socket.Number, backlog) != 0, $"listen on {path}");
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public static new int TryConnect(string path, out UnixSocket? socket)
    {
        var created = Create(path);
        socket = created;
        var address = stackalloc byte[SocketAddress.Size];
        var length = SocketAddress.Write(path, new(address, SocketAddress.Size));
        if (Libc.Connect(created.Number, address, length) == 0) return 0;
        var error = Marshal.GetLastPInvokeError();
        socket.Dispose();
        socket = null;
        return error;
    }

    public override UnixSocket? TryAccept()
    {
        var fd = Libc.Accept4(_descriptor, null, null, NonBlockingCloseOnExec);
        return fd < 0 ? null : new LinuxSocket(fd) { Folder = Folder };
    }

    public override SocketOutcome Send(ReadOnlySpan<byte> data, out int sent)
    {
        fixed (byte* start = data)
        {
            nint result;
            while (IsInterrupted(result = Libc.Send(_descriptor, start, (nuint)data.Length, NoSignal)))
            {
            }

            return Outcome(result, out sent);
        }
    }

    public override SocketOutcome Receive(Span<byte> buffer, out int received)
    {
        fixed (byte* start = buffer)
        {
            nint result;
            while (IsInterrupted(result = Libc.Receive(_descriptor, start, (nuint)buffer.Length, 0)))
            {
            }

            return Outcome(result, out received);
        }
    }

    public override bool Wait(short events, int milliseconds)
    {
        var isHeld = false;
        try
        {
            _descriptor.DangerousAddRef(ref isHeld);
            return Poll(new PollEntry { Descriptor = Number, Events = events }, milliseconds);
        }
        finally
        {
            if (isHeld) _descriptor.DangerousRelease();
        }
    }

    public override void Shutdown()
    {
        if (!_descriptor.IsClosed) _ = Libc.Shutdown(_descriptor, 2);
    }

    public override void Dispose() => _descriptor.Dispose();

    // A signal ends poll(2) early, and so does a stop with its continuation: that is no end of the time.
    private static bool Poll(PollEntry entry, int milliseconds)
    {
        var began = Stopwatch.GetTimestamp();
        var left = milliseconds;
        int count;
        while ((count = Libc.Poll(&entry, 1, left)) < 0 && Marshal.GetLastPInvokeError() == Errno.Interrupted)
            if (milliseconds >= 0) left = Math.Max(0, milliseconds - (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        return count > 0;
    }

    private static LinuxSocket Create(string path)
    {
        var fd = Libc.Socket(FamilyUnix, StreamNonBlockingCloseOnExec, 0);
        ThrowIf(fd < 0, "create a Unix socket");
        return new LinuxSocket(fd) { Folder = Path.GetDirectoryName(path)! };
    }

    // To take it for EAGAIN would mean to wait for an event that does not come.
    private static bool IsInterrupted(nint result) => result < 0 && Marshal.GetLastPInvokeError() == Errno.Interrupted;

    private static SocketOutcome Outcome(nint result, out int moved)
    {
        moved = (int)Math.Max(result, 0);
        if (result > 0) return SocketOutcome.Moved;
        if (result == 0) return SocketOutcome.Gone;
        return Marshal.GetLastPInvokeError() is Errno.Again or Errno.Interrupted ? SocketOutcome.WouldBlock : SocketOutcome.Gone;
    }

    private static void ThrowIf(bool failed, string what)
    {
        if (failed) throw new Win32Exception(Marshal.GetLastPInvokeError(), $"Cannot {what}: {Marshal.GetLastPInvokeErrorMessage()}");
    }
}
