namespace Trawl.Ipc.Bench.Many;

/// <summary>One connection of an event loop: messages of one size, both ways, on a non-blocking socket.</summary>
internal sealed unsafe class SocketPeer(int descriptor, int messageSize)
{
    private readonly byte[] _buffer = new byte[messageSize];
    private int _have;

    internal int Descriptor { get; } = descriptor;

    /// <summary>What came in, when <see cref="TryReceive"/> says so; also what is sent.</summary>
    internal Span<byte> Message => _buffer;

    /// <summary>True with a whole message; false when there is none yet, or when <paramref name="isGone"/>.</summary>
    internal bool TryReceive(out bool isGone)
    {
        isGone = false;
        nint count;
        fixed (byte* start = _buffer)
            count = Libc.Receive(Descriptor, start + _have, (nuint)(_buffer.Length - _have), 0);
        if (count > 0) _have += (int)count;
        else isGone = count == 0 || System.Runtime.InteropServices.Marshal.GetLastPInvokeError() != Libc.Again;
        if (_have < _buffer.Length) return false;
        _have = 0;
        return true;
    }

    internal void Send()
    {
        nint count;
        fixed (byte* start = _buffer)
            count = Libc.Send(Descriptor, start, (nuint)_buffer.Length, Libc.NoSignal);
        if (count != _buffer.Length) throw new InvalidOperationException("One small message did not fit into an empty socket.");
    }
}
