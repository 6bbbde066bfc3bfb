namespace Trawl.Sdk.Sinks;

/// <summary>Records that are committed together. A batch that comes again is the same batch: number, records and key.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Output">The sink's name in the run: one plugin may take several outputs of a run.</param>
/// <param name="Number">Its number, from 1, without gaps.</param>
/// <param name="Offset">Records in the batches before it.</param>
/// <param name="Records">The records.</param>
public sealed record SinkBatch(string Run, string Output, long Number, long Offset, IReadOnlyList<SinkRecord> Records)
{
    /// <summary>
    /// The idempotency key in one text, for stores that know such a thing: run, output, and which records, counted from 1, as in
    /// <c>shop-7/warehouse/501-1000</c>.
    /// </summary>
    public string Key => FormattableString.Invariant($"{Run}/{Output}/{Offset + 1}-{Offset + Records.Count}");
}
