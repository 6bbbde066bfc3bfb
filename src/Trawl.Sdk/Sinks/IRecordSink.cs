namespace Trawl.Sdk.Sinks;

/// <summary>
/// Takes the records of a finished dataset. Kind <c>sink</c>. Batches come in order, one at a time, always the same
/// records in the same batch; each has a key. After a crash of worker or engine the engine opens the sink again and goes on
/// behind the last batch that is known to be committed, and may bring that one again.
/// </summary>
public interface IRecordSink : IAsyncDisposable
{
    /// <summary>Makes ready for a run.</summary>
    /// <param name="run">The run and its record types.</param>
    /// <returns>
    /// Number of the last batch of this run and output that is committed, 0 for none; null when the sink does not know, and so
    /// is at-least-once. One whose manifest says <c>exactly-once</c> must know.
    /// </returns>
    ValueTask<long?> OpenAsync(SinkRun run);

    /// <summary>
    /// Stores a batch, all of it or nothing, durably before it returns. To be exactly-once the sink remembers the batch's key
    /// in the same transaction, and does nothing for a key that it has.
    /// </summary>
    ValueTask CommitAsync(SinkBatch batch);

    /// <summary>All batches are committed. May be called again after a crash.</summary>
    ValueTask CompleteAsync();
}
