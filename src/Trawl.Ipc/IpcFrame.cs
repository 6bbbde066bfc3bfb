using Trawl.Ipc.Frames;

namespace Trawl.Ipc;

/// <summary>A frame where it lies. Valid until <see cref="IpcChannel.Advance"/>.</summary>
public readonly ref struct IpcFrame
{
    internal IpcFrame(FrameHeader header, ReadOnlySpan<byte> payload)
    {
        Header = header;
        Payload = payload;
    }

    /// <summary>Type, flags, id.</summary>
    public FrameHeader Header { get; }

    /// <summary>The payload: shared memory, or a checked copy of it (<see cref="IpcOptions.Trust"/>).</summary>
    public ReadOnlySpan<byte> Payload { get; }
}
