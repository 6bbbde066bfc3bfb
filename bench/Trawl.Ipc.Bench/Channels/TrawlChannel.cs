namespace Trawl.Ipc.Bench.Channels;

/// <summary>Trawl.Ipc's bare channel: frames are written and read where they lie in shared memory.</summary>
internal sealed class TrawlChannel(IpcChannel channel) : Channel
{
    private bool _holds;

    // Publishing costs little more than asking; a waiting peer gets each answer at once.
    internal override bool HasMore => false;

    // A publication is a fence; the reader is already at work on the last sixteen while the next are written.
    internal override int Gathers => 16;

    internal static Channel Accept(string way, string path)
    {
        using var listener = IpcListener.Listen(EndpointAt(path), With(way, new IpcServerOptions()));
        Roles.SayReady();
        return new TrawlChannel(listener.Accept(TimeSpan.FromMinutes(1)).Unwrap());
    }

    internal static Channel Connect(string way, string path) =>
        new TrawlChannel(IpcChannel.Connect(EndpointAt(path), With(way, new IpcOptions())).Unwrap());

    /// <summary>The options that a rival's name stands for.</summary>
    internal static T With<T>(string way, T options)
        where T : IpcOptions => options with
        {
            Waiting = way == "trawl-block" ? IpcWaiting.Block : IpcWaiting.Adaptive,
            Trust = way == "trawl-inplace" ? IpcTrust.InPlace : IpcTrust.CopyBeforeRead,
            Transport = way == "trawl-socket" ? IpcTransport.Socket : IpcTransport.SharedMemory,
        };

    // The server wants a folder that only its owner may enter.
    internal static IpcEndpoint EndpointAt(string path) => IpcEndpoint.At(Path.Combine(path + ".d", "s"));

    internal override Span<byte> Reserve(int size)
    {
        Span<byte> room;
        while (!channel.TryReserve(size, out room)) channel.WaitToWrite(size, Timeout.InfiniteTimeSpan);
        return room;
    }

    internal override void Commit(int size, byte kind, uint id) => channel.Commit(size, id: ((ulong)kind << 32) | id);

    internal override void Flush() => channel.Publish();

    internal override bool Receive(out Frame frame)
    {
        if (_holds) channel.Advance();
        IpcFrame received;
        while (!(_holds = channel.TryRead(out received)))
        {
            if (channel.WaitToRead(Timeout.InfiniteTimeSpan) != IpcWait.Closed) continue;
            frame = default;
            return false;
        }

        frame = new Frame((byte)(received.Header.Id >> 32), (uint)received.Header.Id, received.Payload);
        return true;
    }

    public override void Dispose() => channel.Dispose();
}
