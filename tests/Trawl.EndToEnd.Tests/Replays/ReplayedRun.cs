using System.Text.Json;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Replays;

/// <summary>What <c>trawl replay --check</c> said of a run.</summary>
internal static class ReplayedRun
{
    public static readonly string[] Check = ["replay", "last", "--check", "--json"];

    /// <summary>Replays the last run of a home; fails unless all of it is the same.</summary>
    public static void AssertSame(string home, params string[] more)
    {
        using var replay = TrawlProcess.Run([.. Check, "--home", home, .. more]);
        AssertSame(replay);
    }

    public static void AssertSame(TrawlProcess replay)
    {
        Assert.True(replay.ExitCode == 0, $"exit code {replay.ExitCode}: {replay.Out}{replay.Talk}");
        var said = JsonDocument.Parse(replay.Out).RootElement;
        Assert.Equal("same", said.GetProperty("verdict").GetString());
        Assert.Equal(said.GetProperty("entries").GetInt64(), said.GetProperty("same").GetInt64());
        Assert.Equal(0, said.GetProperty("missing").GetArrayLength());
    }
}
