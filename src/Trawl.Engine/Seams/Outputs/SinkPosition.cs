namespace Trawl.Engine.Seams.Outputs;

/// <summary>How far a sink of a run is.</summary>
/// <param name="Sent">The batch that was last sent; 0 for none.</param>
/// <param name="Committed">The batch that the sink last acknowledged; 0 for none. May lag behind the sink, never run ahead of it.</param>
/// <param name="Records">Records in the batches acknowledged.</param>
/// <param name="Repeated">Records that were sent once more although the first time may have counted.</param>
/// <param name="IsComplete">Whether the sink has said that it has everything.</param>
public sealed record SinkPosition(long Sent, long Committed, long Records, long Repeated, bool IsComplete)
{
    /// <summary>Where every sink begins.</summary>
    public static SinkPosition Start { get; } = new(0, 0, 0, 0, false);
}
