using System.Diagnostics;
using System.Globalization;
using Trawl.Model.Errors;
using Trawl.Model.Plugins;
using Trawl.Plugins.Tests.Support;

namespace Trawl.Plugins.Tests.Workers;

public sealed class SupervisionTests
{
    [Fact]
    public async Task NoCall_NoWorker()
    {
        using var trial = new Trial();
        Assert.Empty(trial.Runtime.Processes);
        await trial.TransformAsync(new { });
        Assert.Single(trial.Runtime.Processes);
    }

    [Theory]
    [InlineData("crash")]
    [InlineData("exit")]
    [InlineData("leak")]
    [InlineData("garbage")]
    [InlineData("hang")]
    [InlineData("spin")]
    [InlineData("killed")]
    public async Task WhateverAWorkerDoes_CostsOneRetry(string trouble)
    {
        using var trial = new Trial(plan: p => p with { Grant = s_files, Timeout = trouble is "hang" or "spin" ? TimeSpan.FromSeconds(2) : TimeSpan.FromSeconds(30) });
        var reply = await trial.TransformAsync(new { trouble = $"once:{trial.PathOf("done")}|{trouble}" });
        Assert.True(reply.Fault is null, reply.Fault?.Message);
        Assert.True(File.Exists(trial.PathOf("done")));
    }

    [Fact]
    public async Task ACrashTwice_FailsTheCallByName_AndTheNextOneWorks()
    {
        using var trial = new Trial();
        var reply = await trial.TransformAsync(new { trouble = "crash" });
        Assert.Equal(ErrorCode.PluginCrash, reply.Fault!.Code);
        Assert.False(reply.Fault.SuspendsRun);
        Assert.Equal(
            "The plugin \"trial\" (test.trial 1.0.0) crashed at work (killed by signal 6). It was at work on http://shop.example/p/1, for the second time.",
            reply.Fault.Message);
        Assert.Null((await trial.TransformAsync(new { })).Fault);
    }

    [Fact]
    public async Task KilledFromOutside_AgainAndAgain_TheCallIsDoneAllTheSame()
    {
        using var trial = new Trial(limits: s_quick with { Deaths = 100 }, plan: p => p with { Grant = s_files });
        var reply = await trial.TransformAsync(new { trouble = $"killed-at-first:{trial.PathOf("kills")}|3" });
        Assert.True(reply.Fault is null, reply.Fault?.Message);
        Assert.Equal(4, File.ReadAllText(trial.PathOf("kills")).Length);
    }

    [Fact]
    public async Task KilledFromOutside_WithoutEnd_TheCallFailsByName()
    {
        using var trial = new Trial(limits: s_quick with { OutsideTries = 3 });
        var fault = (await trial.TransformAsync(new { trouble = "killed" })).Fault!;
        Assert.Equal(ErrorCode.PluginCrash, fault.Code);
        Assert.False(fault.SuspendsRun);
        Assert.EndsWith("crashed at work (killed by signal 9). It was at work on http://shop.example/p/1, for the third time.", fault.Message, StringComparison.Ordinal);
        Assert.Null((await trial.TransformAsync(new { })).Fault);
    }

    [Fact]
    public async Task AFloodOfWords_IsCutShort_AndTakesNoMemory()
    {
        using var trial = new Trial();
        var before = Environment.WorkingSet;
        Assert.Null((await trial.TransformAsync(new { trouble = "flood:512" })).Fault);
        Assert.InRange(Environment.WorkingSet - before, long.MinValue, 256 << 20);
        Assert.InRange(new FileInfo(trial.PathOf("logs", "trial.log")) is { Exists: true } log ? log.Length : 0, 0, 5 << 20);
    }

    [Fact]
    public async Task AnExit_IsQuotedWithItsLastWords()
    {
        using var trial = new Trial();
        var reply = await trial.TransformAsync(new { trouble = "exit" });
        Assert.Contains("crashed at work (exit code 7); it said: I had enough.", reply.Fault!.Message);
        Assert.Contains("I had enough.", await File.ReadAllTextAsync(trial.PathOf("logs", "trial.log")));
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("spin")]
    public async Task AHang_IsEndedAtItsDeadline(string trouble)
    {
        using var trial = new Trial(plan: p => p with { Timeout = TimeSpan.FromMilliseconds(300) });
        var reply = await trial.TransformAsync(new { trouble });
        Assert.Equal(ErrorCode.PluginTimeout, reply.Fault!.Code);
        Assert.Contains("did not answer within 0.3 s and was ended", reply.Fault.Message);
        Assert.Empty(trial.Runtime.Processes);
    }

    [Fact]
    public async Task ALeak_IsEndedAtItsCeiling()
    {
        using var trial = new Trial();
        var reply = await trial.TransformAsync(new { trouble = "leak" });
        Assert.Equal(ErrorCode.PluginMemory, reply.Fault!.Code);
        Assert.Contains("more than the 256 MiB granted, and was ended", reply.Fault.Message);
        Assert.Null((await trial.TransformAsync(new { })).Fault);
    }

    [Fact]
    public async Task DeathsInARow_GiveThePluginUp_WithAVerdict()
    {
        using var trial = new Trial("crash", limits: s_quick with { Deaths = 4 });
        Assert.False((await trial.TransformAsync(new { })).Fault!.SuspendsRun);
        var last = (await trial.TransformAsync(new { })).Fault!;
        Assert.True(last.SuspendsRun);
        Assert.Equal(ErrorCode.PluginGivenUp, last.Code);
        Assert.Equal(
            "The plugin \"trial\" (test.trial 1.0.0) was given up after its workers were lost 4 times in a row; the last one crashed at work "
            + "(killed by signal 6). Mend the plugin, then resume the run.", last.Message);
        Assert.Equal(last, (await trial.TransformAsync(new { })).Fault);
    }

    [Fact]
    public async Task AWorkerThatCannotStart_IsNoPagesFault_AndSaysWhy()
    {
        using var trial = new Trial(limits: s_quick with { Deaths = 2 }, plan: p => p with { Folder = Trial.OtherPlugin("[dotnet, Nothing.dll]") });
        var fault = (await trial.TransformAsync(new { })).Fault!;
        Assert.Equal(ErrorCode.PluginGivenUp, fault.Code);
        Assert.True(fault.SuspendsRun);
        Assert.Contains("lost 2 times in a row; the last one ended before it had greeted the engine (exit code", fault.Message);
    }

    [Fact]
    public async Task ACancelledCall_EndsItsWorkerAtOnce()
    {
        using var trial = new Trial(plan: p => p with { Grant = new PluginCapabilities { Files = [new(Path.GetTempPath(), true)] } });
        var process = int.Parse(await trial.AskAsync("pid"), CultureInfo.InvariantCulture);
        using var cancel = new CancellationTokenSource();
        var call = trial.TransformAsync(new { trouble = $"mark-and-hang:{trial.PathOf("mark")}" }, cancel.Token);
        await Eventually.BecomesAsync(() => File.Exists(trial.PathOf("mark")));
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Null((await trial.TransformAsync(new { })).Fault);
        Assert.False(IsAlive(process));
    }

    [Fact]
    public async Task Dispose_LeavesNoWorker_WhateverItDoes()
    {
        var trial = new Trial(plan: p => p with { Workers = 2 });
        var calls = new[] { trial.TransformAsync(new { trouble = "hang" }), trial.TransformAsync(new { trouble = "spin" }) };
        await Eventually.BecomesAsync(() => trial.Runtime.Processes.Count == 2);
        var processes = trial.Runtime.Processes;
        trial.Dispose();
        Assert.All(processes, process => Assert.False(IsAlive(process)));
        Assert.All(calls, call => Assert.ThrowsAny<OperationCanceledException>(() => call.GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task AnIdleWorker_IsEndedAfterAWhile()
    {
        using var trial = new Trial(limits: new SupervisionLimits { Idle = TimeSpan.FromMilliseconds(200), Heartbeat = TimeSpan.FromMilliseconds(50) });
        var process = int.Parse(await trial.AskAsync("pid"), CultureInfo.InvariantCulture);
        await Eventually.BecomesAsync(() => !IsAlive(process));
        Assert.Null((await trial.TransformAsync(new { })).Fault);
    }

    /// <summary>Nothing here looks after the worker by the clock within the hour: its end itself must be noticed.</summary>
    [Fact]
    public async Task AWorkerKilledWhileIdle_IsNoticedAtOnce_AndTheNextCallHasANewOne()
    {
        using var trial = new Trial(limits: s_blind);
        var process = int.Parse(await trial.AskAsync("pid"), CultureInfo.InvariantCulture);
        Process.GetProcessById(process).Kill();
        await Eventually.BecomesAsync(() => trial.Runtime.Processes.Count == 0);
        Assert.NotEqual(process, int.Parse(await trial.AskAsync("pid"), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task AWorkerKilledAtWork_IsNoticedAtOnce()
    {
        using var trial = new Trial(limits: s_blind, plan: p => p with { Grant = s_files, Timeout = TimeSpan.FromHours(1) });
        var process = int.Parse(await trial.AskAsync("pid"), CultureInfo.InvariantCulture);
        var call = trial.TransformAsync(new { trouble = $"once:{trial.PathOf("mark")}|hang" });
        await Eventually.BecomesAsync(() => File.Exists(trial.PathOf("mark")));
        Process.GetProcessById(process).Kill();
        Assert.Null((await call.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System)).Fault);
    }

    [Fact]
    public async Task AnIdleWorkerThatHangs_IsNoticedByItsHeartbeat()
    {
        using var trial = new Trial(limits: new SupervisionLimits { Heartbeat = TimeSpan.FromMilliseconds(50), HeartbeatAnswer = TimeSpan.FromMilliseconds(500) });
        var process = int.Parse(await trial.AskAsync("pid"), CultureInfo.InvariantCulture);
        Assert.Equal(0, Signals.Stop(process));
        await Eventually.BecomesAsync(() => !IsAlive(process));
        Assert.Null((await trial.TransformAsync(new { })).Fault);
    }

    [Fact]
    public async Task CallsThatWait_BringMoreWorkers_UpToThePlans()
    {
        using var trial = new Trial(plan: p => p with { Workers = 3 });
        var pids = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => trial.AskAsync("pid")));
        Assert.InRange(pids.Distinct().Count(), 2, 3);
    }

    [Fact]
    public void Check_SaysWhatChangedSinceThePlan()
    {
        using var gone = new Trial(plan: p => p with { Folder = "/nowhere" });
        Assert.Contains("is not in \"/nowhere\" any more", Assert.Single(gone.Runtime.Check()));
        using var other = new Trial(plan: p => p with { Version = "0.9.0" });
        Assert.Contains("The plan was made with test.trial 0.9.0", Assert.Single(other.Runtime.Check()));
        using var hungry = new Trial(plan: p => p with { Settings = """{"server":"db.example:5432"}""" });
        Assert.Contains("needs the host \"db.example:5432\", which the plan does not grant", Assert.Single(hungry.Runtime.Check()));
    }

    private static readonly SupervisionLimits s_quick = new() { Backoff = TimeSpan.FromMilliseconds(1) };
    private static readonly SupervisionLimits s_blind = new() { Heartbeat = TimeSpan.FromHours(1), MemoryLook = TimeSpan.FromHours(1) };
    private static readonly PluginCapabilities s_files = new() { Files = [new(Path.GetTempPath(), true)] };

    private static bool IsAlive(int process) => File.Exists($"/proc/{process}/status")
        && !File.ReadLines($"/proc/{process}/status").Any(line => line.StartsWith("State:\tZ", StringComparison.Ordinal));
}
