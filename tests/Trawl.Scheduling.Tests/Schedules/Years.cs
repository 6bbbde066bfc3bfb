using Trawl.Scheduling.Schedules;
using Trawl.Scheduling.Store;

namespace Trawl.Scheduling.Tests.Schedules;

/// <summary>A home whose scheduler lives through virtual time, dies, and is begun again.</summary>
internal sealed class Years : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("trawl-schedules-").FullName;

    public Years(DateTimeOffset begin, int seed, double death, int mostRuns = 100, TimeSpan? takes = null)
    {
        Now = begin;
        MostRuns = mostRuns;
        Runs = new DurableRuns(new Random(seed), death, () => Now) { Takes = _ => takes ?? TimeSpan.FromMinutes(2) };
        Store = ScheduleStore.Open(_home, durable: false);
    }

    public DateTimeOffset Now { get; private set; }

    public int MostRuns { get; }

    public DurableRuns Runs { get; }

    public ScheduleStore Store { get; private set; }

    /// <summary>Looks at these moments; a scheduler that dies is followed by another on the same files at the next moment.</summary>
    public async Task LiveAsync(IEnumerable<DateTimeOffset> moments)
    {
        Scheduler? scheduler = null;
        foreach (var moment in moments)
        {
            Now = moment;
            try
            {
                if (scheduler is null)
                {
                    Store.Dispose();
                    Store = ScheduleStore.Open(_home, durable: false);
                    scheduler = new Scheduler(Store, Runs, MostRuns, _ => { });
                    await scheduler.TakeOverAsync(CancellationToken.None);
                }

                await scheduler.StepAsync(moment, CancellationToken.None);
            }
            catch (KilledException)
            {
                scheduler = null;
            }
        }
    }

    public void Add(Schedule schedule) => Assert.True(Store.Add(schedule, Now));

    public static Schedule Schedule(string name, Trigger trigger) => new() { Name = name, Pipeline = $"/{name}.yaml", Trigger = trigger };

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(_home, recursive: true);
    }
}
