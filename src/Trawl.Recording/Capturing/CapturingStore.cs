using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Store;

namespace Trawl.Recording.Capturing;

/// <summary>
/// Puts the bytes before the word: a commit goes on only when every exchange it speaks of is on the disk. If the
/// process dies in between, the bytes are cut off when the run is opened again, and the pages are fetched again.
/// </summary>
internal sealed class CapturingStore(IRunStore inner, CaptureQueue queue, CaptureOptions options) : IRunStore
{
    public async ValueTask<RunOpening> OpenAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var opening = await inner.OpenAsync(now, cancellationToken);
        CaptureRecovery.Run(options.Folder, opening.CaptureFiles);
        queue.GoOn(opening.CaptureFiles);
        return opening;
    }

    public async ValueTask<CommitResult> CommitAsync(CommitBatch batch, CancellationToken cancellationToken)
    {
        var captured = Captured(batch);
        if (captured.Count > 0)
        {
            var files = await queue.FlushAsync();
            batch = batch with { Capture = new CaptureCommit([.. captured.Select(Row)], files) };
        }

        return await inner.CommitAsync(batch, cancellationToken);
    }

    public ValueTask<RobotsRecord?> ReadRobotsAsync(long hostId, CancellationToken cancellationToken) =>
        inner.ReadRobotsAsync(hostId, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private static List<CapturedExchange> Captured(CommitBatch batch)
    {
        var captured = new List<CapturedExchange>();
        foreach (var settlement in batch.Settlements)
        {
            if (settlement is { Captured: { } exchange, As: not SettledAs.Released })
            {
                captured.Add(exchange);
            }
        }

        foreach (var host in batch.Hosts)
        {
            captured.AddRange(host.Captured);
        }

        return captured;
    }

    private static ExchangeRow Row(CapturedExchange exchange) =>
        ((PendingExchange)exchange).Row ?? throw new InvalidOperationException("An exchange of this commit was not written.");
}
