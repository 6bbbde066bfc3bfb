using System.Text.Json;
using Trawl.Api;
using Trawl.Api.Errors;
using Trawl.Api.Pipelines.Saved;
using Trawl.Api.Runs;
using Trawl.Api.Schedules;
using Trawl.Demo;
using Trawl.Hosting.Schedules;
using Trawl.Remote;
using Trawl.Scheduling.Store;

namespace Trawl.Server.Tests;

public sealed class ScheduleTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly CancellationToken s_never = CancellationToken.None;

    [Fact]
    public async Task ASavedPipelineIsScheduledPausedAndRemovedFromAfar()
    {
        await using var client = Open("operator");
        await SaveAsync("timed", "name: timed\nstart: https://example.com/\npages: { all: { url: \"/**\", follow: [a] } }\n");
        var added = (await client.AddScheduleAsync(Wish("nightly", "timed", new ScheduleTrigger { Cron = "0 6 * * *", Zone = "Europe/Berlin" }), s_never)).Value;
        Assert.Equal(("saved:timed", "skip", "once", false), (added.Pipeline, added.Overlap, added.Missed, added.IsPaused));
        Assert.NotNull(added.Next);
        Assert.Equal(3, (await client.NextTimesAsync(new NextTimesRequest("nightly", 3), s_never)).Value.Times.Count);
        Assert.True((await client.PauseScheduleAsync(new ScheduleNameRequest("nightly"), s_never)).Value.IsPaused);
        Assert.Empty((await client.NextTimesAsync(new NextTimesRequest("nightly"), s_never)).Value.Times);
        Assert.False((await client.ResumeScheduleAsync(new ScheduleNameRequest("nightly"), s_never)).Value.IsPaused);
        Assert.Equal(
            JsonSerializer.Serialize((await fixture.Local.ListSchedulesAsync(new ListSchedulesRequest(), s_never)).Value),
            JsonSerializer.Serialize((await client.ListSchedulesAsync(new ListSchedulesRequest(), s_never)).Value));
        Assert.Null((await client.RemoveScheduleAsync(new ScheduleNameRequest("nightly"), s_never)).Error);
        Assert.Equal(ApiErrorKind.NotFound, (await client.RemoveScheduleAsync(new ScheduleNameRequest("nightly"), s_never)).Error?.Kind);
    }

    [Fact]
    public async Task TheRefusalsAreTheSameHereAndThere()
    {
        await using var client = Open("admin");
        await SaveAsync("refused", "name: refused\nstart: https://example.com/\npages: { all: { url: \"/**\", follow: [a] } }\n");
        ScheduleTrigger[] triggers =
        [
            new(), new() { Cron = "0 6 * * *", EverySeconds = 5 }, new() { Cron = "99 * * * *" }, new() { EverySeconds = double.MaxValue },
            new() { At = DateTimeOffset.UnixEpoch }, new() { After = "nobody" }, new() { After = "nobody", When = "7" },
        ];
        foreach (var trigger in triggers)
        {
            await SameAsync(client, c => c.AddScheduleAsync(Wish("x", "refused", trigger), s_never));
        }

        await SameAsync(client, c => c.AddScheduleAsync(Wish("x", "no-such-pipeline", new ScheduleTrigger { EverySeconds = 60 }), s_never));
        await SameAsync(client, c => c.AddScheduleAsync(Wish("x", "refused", new ScheduleTrigger { EverySeconds = 60 }) with { JitterSeconds = 1e300 }, s_never));
        await SameAsync(client, c => c.PauseScheduleAsync(new ScheduleNameRequest("nobody"), s_never));
        await SameAsync(client, c => c.NextTimesAsync(new NextTimesRequest("nobody"), s_never));
        await SameAsync(client, c => c.ListFiringsAsync(new ListFiringsRequest(Limit: 0), s_never));
    }

    [Fact]
    public async Task WhatAnOperatorSchedulesReachesNoFurtherThanAnOperator()
    {
        await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 2 }, s_never);
        await using var client = Open("operator");
        await SaveAsync("reach", DemoShop.Pipeline);
        var wish = Wish("reach", "reach", new ScheduleTrigger { EverySeconds = 1 });
        await client.AddScheduleAsync(
            wish with { Pipeline = wish.Pipeline with { Set = new Dictionary<string, string> { ["site"] = shop.BaseUrl } } }, s_never);
        using var store = ScheduleStore.Open(fixture.Local.Home.Root);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var loop = ScheduleLoop.RunAsync(store, fixture.Local, 1, TimeProvider.System, static _ => { }, static _ => { }, stop.Token);
        FiringInfo? skipped = null;
        while (skipped is null && !stop.IsCancellationRequested)
        {
            skipped = (await client.ListFiringsAsync(new ListFiringsRequest("reach"), s_never)).Value.Firings.FirstOrDefault(f => f.State == "skipped");
            await Task.Yield();
        }

        await stop.CancelAsync();
        await loop;
        Assert.Contains("into its network", skipped?.Reason, StringComparison.Ordinal);
        await client.RemoveScheduleAsync(new ScheduleNameRequest("reach"), s_never);
    }

    private Task SaveAsync(string name, string text) =>
        fixture.Local.SavePipelineAsync(new SavePipelineRequest { Name = name, Text = text, Expected = 0 }, s_never);

    private async Task SameAsync<T>(ITrawlClient client, Func<ITrawlClient, Task<ApiResult<T>>> call)
        where T : class
    {
        var (here, there) = (await call(fixture.Local), await call(client));
        Assert.NotNull(here.Error);
        Assert.Equal(JsonSerializer.Serialize(here.Error), JsonSerializer.Serialize(there.Error));
    }

    private static AddScheduleRequest Wish(string name, string pipeline, ScheduleTrigger trigger) =>
        new() { Name = name, Pipeline = new SavedSource(pipeline), Trigger = trigger };

    private RemoteTrawlClient Open(string user) => new(new RemoteOptions { Server = fixture.Server.Address, Token = fixture.TokenOf(user) });
}
