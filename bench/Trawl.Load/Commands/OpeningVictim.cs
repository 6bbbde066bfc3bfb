using System.Diagnostics;
using Trawl.Engine.Seams.Store;
using Trawl.Storage.Runs;

namespace Trawl.Load.Commands;

/// <summary>Takes a run over, works until there are leases in hand and a log to recover, and kills itself.</summary>
internal static class OpeningVictim
{
    internal static async Task<Report?> RunAsync(Arguments arguments)
    {
        var store = SqliteRunStore.Open(arguments.Text("folder")!);
        var now = TimeProvider.System.GetUtcNow();
        var opening = await store.OpenAsync(now, default);
        IReadOnlyList<LeasedRequest> leased = [];
        for (var commit = 0; commit < 100; commit++)
        {
            var result = await store.CommitAsync(
                new CommitBatch
                {
                    Epoch = opening.Epoch,
                    Now = now,
                    Settlements = [.. leased.Select(r => new Settlement
                    {
                        Request = r, As = SettledAs.Released, At = now,
                    })],
                    Wants = [.. opening.Hosts.Select(h => new LeaseWant(h.Id, 8))],
                },
                default);
            leased = result.Leased;
        }

        Process.GetCurrentProcess().Kill();
        return null;
    }
}
