using System.Diagnostics;
using Trawl.EndToEnd.Tests.Egress;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Replays;

/// <summary>A replay does not depend on what is around it, and opens no socket.</summary>
public sealed class IndifferenceTests(RichRecording recording) : IClassFixture<RichRecording>
{
    private const string OtherDate = "2031-02-28 23:59:58";

    /// <summary>Runs what stands behind it on a machine with another name.</summary>
    private static readonly string[] s_otherHost = ["unshare", "--uts", "sh", "-c", "hostname another-machine && exec \"$@\"", "sh"];

    private static readonly string[] s_otherDate = ["faketime", "-m", "--exclude-monotonic", OtherDate];
    private static readonly string[] s_noNetwork = ["unshare", "--net"];

    [Theory]
    [InlineData("1", "UTC", "C.UTF-8", "0")]
    [InlineData("1", "Asia/Kathmandu", "tr_TR.UTF-8", "1")]
    [InlineData("8", "America/St_Johns", "de_DE.UTF-8", "0")]
    [InlineData("8", "Pacific/Kiritimati", "th_TH.UTF-8", "1")]
    public void Concurrency_TimeZone_Culture_AndCompiler(string concurrency, string zone, string culture, string tiered) =>
        AssertSame([], ["--concurrency", concurrency], ("TZ", zone), ("LANG", culture), ("LC_ALL", culture), ("DOTNET_TieredCompilation", tiered));

    [RootFact]
    public void HostName()
    {
        Assert.Equal("another-machine", Said(s_otherHost, "hostname"));
        AssertSame(s_otherHost, []);
    }

    [Fact]
    public void Date()
    {
        Assert.Equal("2031", Said(s_otherDate, "date", "+%Y"));
        AssertSame(s_otherDate, []);
    }

    [RootFact]
    public void NoNetworkAtAll()
    {
        Assert.DoesNotContain("UP", Said(s_noNetwork, "ip", "-brief", "link"), StringComparison.Ordinal);
        AssertSame(s_noNetwork, []);
    }

    [Fact]
    public void NoSocket()
    {
        var calls = Traced(ReplayedRun.Check, out var replay);
        ReplayedRun.AssertSame(replay);
        // None of any family: what .NET opens for debuggers is off.
        Assert.Empty(calls);
        // And the trace sees one where there is one.
        Assert.Contains(Traced(["init", "http://127.0.0.1:9/"], out _), call => call.Contains("AF_INET", StringComparison.Ordinal));
    }

    private List<string> Traced(string[] arguments, out TrawlProcess trawl)
    {
        var log = recording.PathOf("calls.txt");
        trawl = TrawlProcess.RunUnder(
            ["strace", "--follow-forks", "--quiet=all", "--trace=socket,socketpair,connect,bind,sendto", "--output", log],
            [.. arguments, "--home", recording.Home],
            ("DOTNET_EnableDiagnostics", "0"));
        return [.. File.ReadLines(log).Where(line => line.Contains('(', StringComparison.Ordinal))];
    }

    private void AssertSame(string[] wrapper, string[] more, params (string Name, string Value)[] environment)
    {
        using var replay = TrawlProcess.RunUnder(wrapper, [.. ReplayedRun.Check, "--home", recording.Home, .. more], environment);
        ReplayedRun.AssertSame(replay);
    }

    private static string Said(string[] wrapper, params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(wrapper[0], [.. wrapper[1..], .. command]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return said;
    }
}
