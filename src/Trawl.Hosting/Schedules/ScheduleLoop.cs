using Trawl.Api;
using Trawl.Engine.Seams.Store;
using Trawl.Scheduling;
using Trawl.Scheduling.Store;

namespace Trawl.Hosting.Schedules;

/// <summary>Carries out the schedules of a home for as long as it is let, looking once a second.</summary>
public static class ScheduleLoop
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    /// <summary>Runs until cancelled; ends without an exception then.</summary>
    /// <param name="store">The schedules.</param>
    /// <param name="client">Who executes the runs.</param>
    /// <param name="mostRuns">Scheduled runs that may go on at once.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="tell">Told what it does, a line each.</param>
    /// <param name="beat">Told after each look that it is at work: why it could not do it, null when it could.</param>
    /// <param name="cancellationToken">Ends it; runs that go on are not its business.</param>
    public static async Task RunAsync(
        ScheduleStore store, ITrawlClient client, int mostRuns, TimeProvider clock, Action<string> tell, Action<string?> beat,
        CancellationToken cancellationToken)
    {
        var scheduler = new Scheduler(store, new HomeRuns(client), mostRuns, tell);
        var hasTakenOver = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (!hasTakenOver)
                {
                    await scheduler.TakeOverAsync(cancellationToken);
                    hasTakenOver = true;
                }

                await scheduler.StepAsync(clock.GetUtcNow(), cancellationToken);
                beat(null);
                await Task.Delay(s_pause, clock, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is RunStoreException or IOException)
            {
                // A full disk today is no reason not to collect tomorrow.
                tell($"The schedules cannot be carried out now: {error.Message}");
                beat(error.Message);
                await Task.Delay(s_pause * 30, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
