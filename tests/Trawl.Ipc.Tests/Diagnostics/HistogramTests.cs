using Trawl.Ipc.Diagnostics;

namespace Trawl.Ipc.Tests.Diagnostics;

public sealed class HistogramTests
{
    private const int Seed = 11;

    [Theory]
    [InlineData(1e-7, 1e-5)]
    [InlineData(1e-6, 1e-2)]
    [InlineData(1e-3, 100)]
    public void PercentilesAreRightToAnEighth(double least, double most)
    {
        var random = new Random(Seed);
        var histogram = new IpcHistogram();
        var times = Enumerable.Range(0, 10_000).Select(_ => least * Math.Pow(most / least, random.NextDouble())).Order().ToArray();
        foreach (var time in times) histogram.Record(TimeSpan.FromSeconds(time));
        var latency = histogram.Latency;
        Assert.Equal(10_000, latency.Timed);
        Assert.All(
            new[] { (latency.P50, times[4999]), (latency.P99, times[9899]), (latency.P999, times[9989]) },
            pair => Assert.InRange(pair.Item1 / 1e6 / pair.Item2, 0.875, 1.125 + (100e-9 / pair.Item2)));
    }

    [Fact]
    public void WhatIsTooShortOrTooLongIsCountedToo()
    {
        var histogram = new IpcHistogram();
        foreach (var time in new[] { TimeSpan.FromSeconds(-1), TimeSpan.Zero, TimeSpan.FromDays(3) }) histogram.Record(time);
        Assert.Equal((3, TimeSpan.FromDays(3).TotalMicroseconds), (histogram.Latency.Timed, histogram.Latency.Longest));
    }

    [Fact]
    public void NothingIsNothing() => Assert.Equal(default, new IpcHistogram().Latency);

    [Fact]
    public void RecordingAllocatesNothing()
    {
        var histogram = new IpcHistogram();
        histogram.Record(TimeSpan.FromMicroseconds(1));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++) histogram.Record(TimeSpan.FromMicroseconds(i));
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
