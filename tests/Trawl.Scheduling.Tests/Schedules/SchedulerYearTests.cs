using Trawl.Scheduling.Firings;
using Trawl.Scheduling.Schedules;

namespace Trawl.Scheduling.Tests.Schedules;

/// <summary>
/// A year in virtual time, over both changes of the clocks, with a scheduler that dies at every sort of moment: each
/// time that was due has one firing, each firing that started has one run, and nothing else has.
/// </summary>
public sealed class SchedulerYearTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task NothingDueIsForgottenAndNothingFiresTwice(int seed)
    {
        var begin = new DateTimeOffset(2026, 1, 1, 0, 0, 30, TimeSpan.Zero);
        var end = begin.AddYears(1);
        using var years = new Years(begin, seed, death: 0.05);
        Schedule[] schedules =
        [
            Years.Schedule("berlin", new CronTrigger("30 2 * * *", "Europe/Berlin")) with { Missed = Missed.All, Overlap = Overlap.Queue },
            Years.Schedule("newyork", new CronTrigger("0 1,13 * * 1-5", "America/New_York")) with { Missed = Missed.All, Overlap = Overlap.Allow },
            Years.Schedule("lordhowe", new CronTrigger("15 */7 * * *", "Australia/Lord_Howe")) with { Missed = Missed.All, Overlap = Overlap.Allow, Jitter = TimeSpan.FromMinutes(20) },
            Years.Schedule("often", new IntervalTrigger(TimeSpan.FromHours(5))) with { Missed = Missed.All, Overlap = Overlap.Queue },
            Years.Schedule("after", new AfterTrigger("berlin", AfterOutcome.Completed)) with { Overlap = Overlap.Queue },
        ];
        Array.ForEach(schedules, years.Add);

        await years.LiveAsync(Moments(begin, end, seed));

        var history = years.Store.History(null, 1_000_000);
        foreach (var schedule in schedules[..4])
        {
            var expected = Expected(schedule, begin, end.AddDays(-1));
            var fired = history.Where(f => f.Schedule == schedule.Name && f.Due <= end.AddDays(-1)).Select(f => f.Due).Order();
            Assert.True(expected.SequenceEqual(fired), $"seed {seed}: {schedule.Name} has {fired.Count()} firings of {expected.Count}.");
        }

        Assert.True(years.Runs.Deaths > 100, $"seed {seed}: only {years.Runs.Deaths} deaths.");
        Assert.All(history.Where(f => f.Due <= end.AddDays(-1)), f => Assert.Equal(FiringState.Ended, f.State));
        Assert.Equal(history.Where(f => f.RunId is not null).Select(f => f.Key).Order(), years.Runs.ByKey.Keys.Order());
        Assert.All(history.Where(f => f.RunId is not null), f => Assert.True(years.Runs.ByKey[f.RunId!].Started >= f.NotBefore, $"seed {seed}: {f} began early."));
        Assert.Equal(history.Count(f => f.Schedule == "berlin" && f.State == FiringState.Ended), history.Count(f => f.Schedule == "after"));
    }

    private static List<DateTimeOffset> Expected(Schedule schedule, DateTimeOffset begin, DateTimeOffset end)
    {
        var times = new List<DateTimeOffset>();
        for (var at = DueTimes.Next(schedule.Trigger, begin, begin); at <= end; at = DueTimes.Next(schedule.Trigger, begin, at!.Value))
        {
            times.Add(at!.Value);
        }

        return times;
    }

    /// <summary>Every few minutes to hours, and now and then days in which nobody is there; at the end, often.</summary>
    private static IEnumerable<DateTimeOffset> Moments(DateTimeOffset begin, DateTimeOffset end, int seed)
    {
        var chance = new Random(seed);
        for (var at = begin; at < end.AddDays(-2); at += chance.Next(60) == 0 ? TimeSpan.FromHours(chance.Next(1, 70)) : TimeSpan.FromMinutes(chance.Next(1, 120)))
        {
            yield return at;
        }

        for (var at = end.AddDays(-2); at < end; at += TimeSpan.FromMinutes(3))
        {
            yield return at;
        }
    }
}
