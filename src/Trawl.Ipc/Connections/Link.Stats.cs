using System.Diagnostics;
using Trawl.Ipc.Diagnostics;

namespace Trawl.Ipc.Connections;

/// <summary>The link as others may look at it.</summary>
internal sealed partial class Link : IObserved
{
    private readonly long _began = Stopwatch.GetTimestamp();

    public IpcConnectionStats Describe() => new()
    {
        Session = _agreement.Session, Label = _options.Label, IsServer = _isServer, Transport = _transport.Kind,
        PeerProcess = Owner.PeerProcess, Seconds = Math.Round(Stopwatch.GetElapsedTime(_began).TotalSeconds, 3),
        Totals = Counters.Totals, OpenCalls = Calls.Count, Serving = Inbound.Count,
        QueuedBytes = Sender.QueuedBytes, SharedBytes = _transport.SharedBytes,
        CallTime = Counters.CallTime.Latency, ServiceTime = Counters.ServiceTime.Latency,
    };

    public override void Spun(bool won) => Counters.Spun(won);
}
