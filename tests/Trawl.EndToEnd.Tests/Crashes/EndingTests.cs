using Trawl.Cancel.Bench;

namespace Trawl.EndToEnd.Tests.Crashes;

/// <summary>
/// Runs are stopped, stopped by a deadline, cancelled and interrupted at random moments, workers and hanging exchanges
/// and all; the benchmark does the same five hundred times, and measures it.
/// </summary>
public sealed class EndingTests
{
    [Theory]
    [InlineData(1)]
    public async Task WhateverEndsARun_NothingOfItLives_ItsBooksAreInOrder_AndItGoesOn(int seed)
    {
        await using var series = new EndingSeries(seed, pages: 100);

        await series.RunAsync(20);

        Assert.True(series.Faults.Count == 0, $"seed {seed}: {string.Join('\n', series.Faults)}");
        Assert.Equal(20, series.Endings.Count);
        Assert.Contains(series.Endings, ending => ending is { Missed: false, Workers: > 0 });
        Assert.Contains(series.Endings, ending => ending is { Missed: false, Connections: > 0 });
    }
}
