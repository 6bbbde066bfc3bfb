using Trawl.Engine.Crash;
using Trawl.Engine.Seams.Outputs;

namespace Trawl.Plugins.Sinks;

/// <summary>How far one sink is, in step with the run's ledger.</summary>
internal sealed class SinkProgress(ISinkLedger ledger, string sink)
{
    public SinkPosition Position { get; private set; } = ledger.Read(sink);

    /// <summary>
    /// A batch is on its way to a sink that does not know its batches: if somebody dies now, it may be there or not, and those
    /// who send it again can say so.
    /// </summary>
    public void Sending(long batch, int records)
    {
        var again = Position.Sent == batch ? records : 0;
        Write(Position with { Sent = batch, Repeated = Position.Repeated + again });
    }

    /// <summary>The sink has a batch, and with it so many records in all.</summary>
    public void Acknowledged(long batch, long records)
    {
        Write(Position with { Sent = batch, Committed = batch, Records = records });
        CrashPoints.Reach(CrashPoint.SinkNoted);
    }

    public void Complete(long batches, long records) =>
        Write(Position with { Sent = batches, Committed = batches, Records = records, IsComplete = true });

    private void Write(SinkPosition position)
    {
        ledger.Write(sink, position);
        Position = position;
    }
}
