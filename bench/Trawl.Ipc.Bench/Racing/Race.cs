using System.Globalization;
using Trawl.Ipc.Bench.Measuring;
using Trawl.Ipc.Bench.Reporting;

namespace Trawl.Ipc.Bench.Racing;

/// <summary>
/// Every rival in the same run. All start and warm up by time; then round after round each has its turn at each order, the
/// turns shifted from round to round. Processes live through all rounds; those that spin are stopped between their turns.
/// </summary>
internal sealed class Race(Settings settings, ResultLog log, string[] orders)
{
    internal async Task RunAsync(IEnumerable<Rival> rivals)
    {
        using var folder = new TemporaryFolder();
        using var load = settings.Busy ? new LoadGenerator() : null;
        var contestants = new List<Contestant>();
        try
        {
            foreach (var rival in rivals.Where(IsWanted)) contestants.Add(await WarmAsync(rival, folder.Path));
            for (var round = 0; round < settings.Rounds; round++)
                foreach (var order in orders)
                    for (var i = 0; i < contestants.Count; i++)
                        await TurnAsync(contestants[(i + round) % contestants.Count], order, round);
        }
        finally
        {
            contestants.ForEach(c => c.Dispose());
        }
    }

    private bool IsWanted(Rival rival)
    {
        if (settings.Only.Length > 0 && !settings.Only.Contains(rival.Name)) return false;
        if (!rival.IsInstalled) Console.Error.WriteLine($"left out, not installed: {rival.Label}");
        return rival.IsInstalled;
    }

    private async Task<Contestant> WarmAsync(Rival rival, string folder)
    {
        var contestant = await Contestant.StartAsync(rival, folder);
        // Pauses between, so that the compiler's second tier gets a core even where both sides spin.
        for (var part = 0; part < 3; part++)
        {
            foreach (var order in orders) await contestant.OrderAsync(With(order, settings.WarmSeconds / orders.Length / 3));
            await Task.Delay(settings.IsSmoke ? 1 : 100);
        }

        contestant.Pause();
        return contestant;
    }

    private async Task TurnAsync(Contestant contestant, string order, int round)
    {
        contestant.Resume();
        await contestant.OrderAsync(With(order, settings.Seconds / 10));
        var account = new CpuAccount();
        var result = await contestant.OrderAsync(With(order, settings.Seconds));
        var (foreign, own) = account.Read();
        contestant.Pause();
        (result["rival"], result["order"], result["round"]) = (contestant.Rival.Name, order, round);
        (result["foreign"], result["own"]) = (foreign, own);
        log.Add(result);
    }

    private static string With(string order, double seconds) => string.Create(CultureInfo.InvariantCulture, $"{order} {seconds:0.###}");
}
