namespace Trawl.Sdk.Sinks;

/// <summary>Records that are committed together.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="Number">Its number, from 1, without gaps. Run and number are the idempotency key.</param>
/// <param name="Offset">Records in the batches before it.</param>
/// <param name="Records">The records.</param>
public sealed record SinkBatch(string Run, long Number, long Offset, IReadOnlyList<SinkRecord> Records)
{
    /// <summary>The idempotency key in one text, for stores that know such a thing.</summary>
    public string Key => FormattableString.Invariant($"{Run}/{Number}");
}
