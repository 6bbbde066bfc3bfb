using System.Diagnostics;
using Trawl.EndToEnd.Tests.Plugins;

namespace Trawl.EndToEnd.Tests.Sinks;

/// <summary>
/// A sink that cannot know what has arrived: after a death a batch comes again, under the same key, and the run says that it may
/// be there twice.
/// </summary>
public sealed class AtLeastOnceTests(HttpRun run) : IClassFixture<HttpRun>
{
    private const int KilledBySignal = 137;

    [Fact]
    public void TheWorkerKilledBeforeTheAnswer_TheBatchComesAgainUnderItsKey_AndTheRunSaysSo()
    {
        var home = run.Copy();
        run.Receiver.HoldsAnswer = 3;
        using var trawl = run.Start(home);
        Assert.True(SpinWait.SpinUntil(() => run.Receiver.IsHolding || trawl.HasExited, TimeSpan.FromSeconds(60)), trawl.Talk);
        foreach (var worker in ChildProcesses.Of(trawl.Id)) Process.GetProcessById(worker).Kill();
        trawl.WaitForExit(TimeSpan.FromMinutes(1));

        Assert.True(trawl.ExitCode == 0, trawl.Talk);
        CheckThatOneBatchCameTwice(home);
    }

    [Fact]
    public void TheEngineKilledBeforeTheAnswerIsWrittenDown_TheBatchComesAgainUnderItsKey()
    {
        var home = run.Copy();
        using var crashed = run.Resume(home, "SinkAnswered:4");
        Assert.True(crashed.ExitCode == KilledBySignal, crashed.Talk);
        using var resumed = run.Resume(home);

        Assert.True(resumed.ExitCode == 0, resumed.Talk);
        CheckThatOneBatchCameTwice(home);
    }

    private void CheckThatOneBatchCameTwice(string home)
    {
        var keys = run.Receiver.Received.CountBy(batch => batch.Key).ToArray();
        Assert.All(keys, key => Assert.Matches("^shop-[^/]+/target/[0-9]+-[0-9]+$", key.Key));
        Assert.Equal(2, Assert.Single(keys, key => key.Value > 1).Value);
        Assert.Equal(run.Expected, ((HttpTarget)run.Target).RowsOnce());
        Assert.Equal(run.Expected.Count + SinkRun.Batch, run.Target.Rows().Count);
        Assert.Contains($"{SinkRun.Batch} records may be there twice: the sink is at-least-once", run.Show(home), StringComparison.Ordinal);
    }
}
