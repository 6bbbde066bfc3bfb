using Trawl.Scheduling.Firings;
using Trawl.Scheduling.Schedules;

namespace Trawl.Scheduling.Tests.Schedules;

public sealed class SchedulerRuleTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Missed.Once, 1, 2)]
    [InlineData(Missed.Skip, 0, 3)]
    [InlineData(Missed.All, 3, 0)]
    public async Task WhatWasMissedFollowsItsRule(Missed rule, int started, int skipped)
    {
        using var years = new Years(s_noon, seed: 1, death: 0);
        years.Add(Years.Schedule("hourly", new IntervalTrigger(TimeSpan.FromHours(1))) with { Missed = rule, Overlap = Overlap.Allow });
        await years.LiveAsync([s_noon.AddHours(3.5)]);
        var history = years.Store.History("hourly", 10);
        Assert.Equal((started, skipped), (history.Count(f => f.State == FiringState.Started), history.Count(f => f.State == FiringState.Skipped)));
    }

    [Theory]
    [InlineData(Overlap.Skip, 2)]
    [InlineData(Overlap.Queue, 2)]
    [InlineData(Overlap.Allow, 4)]
    public async Task WhatOverlapsFollowsItsRule(Overlap rule, int runs)
    {
        using var years = new Years(s_noon, seed: 1, death: 0, takes: TimeSpan.FromSeconds(150));
        years.Add(Years.Schedule("long", new IntervalTrigger(TimeSpan.FromMinutes(1))) with { Overlap = rule });
        await years.LiveAsync(Minutes(1, 4));
        Assert.Equal(runs, years.Runs.ByKey.Count);
    }

    [Fact]
    public async Task TheMostImportantGoesFirstAndNobodyWaitsForEver()
    {
        using var years = new Years(s_noon, seed: 1, death: 0, mostRuns: 1);
        years.Add(Years.Schedule("low", new OnceTrigger(s_noon.AddMinutes(1))) with { Priority = -2 });
        years.Add(Years.Schedule("high", new IntervalTrigger(TimeSpan.FromMinutes(1))) with { Priority = 2, Overlap = Overlap.Queue });
        await years.LiveAsync(Minutes(1, 700));
        var started = years.Runs.ByKey.Values.OrderBy(r => r.Started).Select(r => r.Schedule).ToList();
        Assert.Equal("high", started[0]);
        Assert.Contains("low", started);
    }

    [Fact]
    public async Task WhatPassesWhileItIsPausedWasNotDue()
    {
        using var years = new Years(s_noon, seed: 1, death: 0);
        years.Add(Years.Schedule("hourly", new IntervalTrigger(TimeSpan.FromHours(1))) with { Missed = Missed.All, Overlap = Overlap.Allow });
        Assert.True(years.Store.SetPaused("hourly", true, s_noon));
        await years.LiveAsync([s_noon.AddHours(5.5)]);
        Assert.True(years.Store.SetPaused("hourly", false, s_noon.AddHours(5.5)));
        await years.LiveAsync([s_noon.AddHours(5.6), s_noon.AddHours(6)]);
        Assert.Equal([s_noon.AddHours(6)], years.Store.History("hourly", 10).Select(f => f.Due));
    }

    [Fact]
    public async Task TwoSchedulersOfOneHomeWriteEachTimeOnce()
    {
        using var years = new Years(s_noon, seed: 1, death: 0);
        years.Add(Years.Schedule("hourly", new IntervalTrigger(TimeSpan.FromHours(1))) with { Missed = Missed.All, Overlap = Overlap.Allow });
        var (one, other) = (new Scheduler(years.Store, years.Runs, 9, _ => { }), new Scheduler(years.Store, years.Runs, 9, _ => { }));
        await Task.WhenAll(Task.Run(() => one.StepAsync(s_noon.AddHours(4), default)), Task.Run(() => other.StepAsync(s_noon.AddHours(4), default)));
        Assert.Equal(4, years.Store.History(null, 100).Count);
        Assert.Equal(4, years.Runs.ByKey.Count);
    }

    [Fact]
    public void JitterIsTheSameAfterARestartAndBelowItsBound()
    {
        var schedule = Years.Schedule("a", new IntervalTrigger(TimeSpan.FromHours(1))) with { Jitter = TimeSpan.FromMinutes(10) };
        var offs = Enumerable.Range(0, 200).Select(h => DueTimes.PutOff(schedule, s_noon.AddHours(h))).ToArray();
        Assert.Equal(offs, Enumerable.Range(0, 200).Select(h => DueTimes.PutOff(schedule, s_noon.AddHours(h))));
        Assert.All(offs, o => Assert.InRange(o, TimeSpan.Zero, TimeSpan.FromMinutes(10)));
        Assert.True(offs.Distinct().Count() > 150);
    }

    [Theory]
    [InlineData("61 * * * *", "UTC", "column 1")]
    [InlineData("0 0 * * *", "Europe/Berln", "no time zone")]
    public void AWrongScheduleIsNamed(string cron, string zone, string named) => Assert.Contains(
        named, ScheduleCheck.Problem(Years.Schedule("x", new CronTrigger(cron, zone)), s_noon), StringComparison.Ordinal);

    private static IEnumerable<DateTimeOffset> Minutes(int from, int to) => Enumerable.Range(from, to - from + 1).Select(m => s_noon.AddMinutes(m));
}
