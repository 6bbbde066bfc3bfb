using System.Diagnostics;
using Trawl.Ipc.Diagnostics;
using Trawl.Ipc.Handshakes;

namespace Trawl.Ipc;

/// <content>The channel as others may look at it.</content>
public sealed partial class IpcChannel : IObserved
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly string _label;
    private readonly bool _isServer;

    /// <summary>What it has done so far. <see cref="IpcCounters.CallTime"/> is for its user to record in: only that one knows calls.</summary>
    public IpcCounters Counters { get; } = new();

    IpcConnectionStats IObserved.Describe() => new()
    {
        Session = Session, Label = _label, IsServer = _isServer, Transport = Transport, PeerProcess = PeerProcess,
        Seconds = Math.Round(Stopwatch.GetElapsedTime(_began).TotalSeconds, 3), Totals = Counters.Totals, SharedBytes = _transport.SharedBytes,
        CallTime = Counters.CallTime.Latency, ServiceTime = Counters.ServiceTime.Latency,
    };
}
