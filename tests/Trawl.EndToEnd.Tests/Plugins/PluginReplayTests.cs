using Trawl.EndToEnd.Tests.Egress;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Plugins;

/// <summary>Runs whose plugins do everything are taken again: same inputs, same answers, or the plugin is named.</summary>
public sealed class PluginReplayTests(PluggedRuns runs) : IClassFixture<PluggedRuns>
{
    private static readonly string[] s_withoutNetwork = ["unshare", "--net"];

    [RootFact]
    public void WithoutANetwork_WhatPluginsFetched_ComesFromTheRecording()
    {
        Make("fetching", "fetch:" + runs.Rate);
        Assert.Contains("\"trial\":\"200 7\"", Records("fetching"), StringComparison.Ordinal);
        using var replay = TrawlProcess.RunUnder(s_withoutNetwork, Replay("fetching"));
        Assert.True(replay.ExitCode == 0, replay.Talk + replay.Out);
        Assert.Contains("\"same\"", replay.Out, StringComparison.Ordinal);
    }

    [RootFact]
    public void WithoutANetwork_AChangedPipeline_IsAnsweredFromTheRecordingToo()
    {
        Make("changing", "fetch:" + runs.Rate);
        using var same = TrawlProcess.RunUnder(s_withoutNetwork, [.. Replay("changing"), "--with", runs.Changed("changing", "fetch:" + runs.Rate)]);
        Assert.True(same.ExitCode == 0, same.Talk + same.Out);
        using var other = TrawlProcess.RunUnder(s_withoutNetwork, [.. Replay("changing"), "--with", runs.Changed("changing", "fetch:" + runs.Rate + "0")]);
        Assert.Contains(runs.Rate + "0", other.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void APluginThatIsNotDeterministic_IsNamed_WithPageAndStep()
    {
        Make("random", "random");
        using var replay = TrawlProcess.Run(Replay("random"));
        Assert.NotEqual(0, replay.ExitCode);
        Assert.Contains("the plugin \\\"tidy\\\" at transform: it was given the same and answered otherwise", replay.Out, StringComparison.Ordinal);
        Assert.Contains("/page/", replay.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void ASourceThatIsNotDeterministic_IsNamed()
    {
        Make("wandering", "", sourceTrouble: "random");
        using var replay = TrawlProcess.Run(Replay("wandering"));
        Assert.NotEqual(0, replay.ExitCode);
        Assert.Contains("the plugin \\\"feed\\\" at source: it gave other requests", replay.Out, StringComparison.Ordinal);
    }

    private void Make(string name, string trouble, string sourceTrouble = "")
    {
        using var run = TrawlProcess.Run(runs.Begin(name, trouble, sourceTrouble));
        Assert.True(run.ExitCode == 0, run.Talk);
    }

    private string Records(string name) => File.ReadAllText(Path.Combine(new RunBooks(runs.HomeOf(name)).Folder, "datasets", "entry.jsonl"));

    private string[] Replay(string name) => ["replay", runs.RunOf(name), "--home", runs.HomeOf(name), "--json"];
}
