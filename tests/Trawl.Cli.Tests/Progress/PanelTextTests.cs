using Trawl.Api.Hosts;
using Trawl.Api.Runs;
using Trawl.Cli.Progress;
using Trawl.Cli.Terminal;
using Trawl.Model.Runs;

namespace Trawl.Cli.Tests.Progress;

public sealed class PanelTextTests
{
    private static readonly Style s_plain = new(false);

    [Fact]
    public void Panel_AtEightyColumns()
    {
        var meter = new ProgressMeter();
        meter.Add(At(0, 0, 400));
        meter.Add(At(10, 250, 150));
        var lines = PanelText.Lines(At(10, 250, 150), meter, 0.5, "Stopping.", 80, s_plain);

        Assert.Equal(
            string.Join('\n', (string[])[
                "shop-20261121-7k3mq                                               running  0:10",
                "  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━─────────────────────  62 % about 0:06 left",
                "  pages    240 done   150 queued   10 failed   0 skipped",
                "  records  480   3 quarantined   25.0 pages/s   2.5 MB",
                "  host            queued  in flight  delay  state",
                "  https://a.test     100          2  0.5 s  throttled",
                "  https://b.test      50          0  2.0 s  next in 0:07",
                "  and 3 more hosts",
                "  Stopping.",
            ]),
            string.Join('\n', lines));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void Hosts_NeverWrapTheLine(int width)
    {
        var snapshot = At(1, 1, 1) with
        {
            Hosts = [new HostSnapshot("https://" + new string('h', 300), 1, 1, 0, 0, new string('n', 300))],
        };

        Assert.All(
            PanelText.Lines(snapshot, new ProgressMeter(), 0, null, width, s_plain).Where(l => l.Contains("hhh", StringComparison.Ordinal)),
            l => Assert.True(SafeText.Width(l) <= width));
    }

    [Fact]
    public void TimeLeft_IsUnknownWhileTheFrontierGrows()
    {
        var meter = new ProgressMeter();
        meter.Add(At(0, 0, 100));
        meter.Add(At(10, 100, 300));
        Assert.Null(meter.Left);
        meter.Add(At(30, 300, 100));
        meter.Add(At(36, 360, 40));

        Assert.Equal(4, meter.Left!.Value, 1);
        Assert.Equal(10, meter.Rate, 1);
    }

    [Fact]
    public void PlainLine_IsOneSentence()
    {
        var meter = new ProgressMeter();
        meter.Add(At(0, 0, 400));
        meter.Add(At(10, 250, 150));

        Assert.Equal(
            "0:10 running: 240 done, 150 queued, 10 failed, 480 records, 25.0 pages/s, 2.5 MB, about 0:06 left",
            PlainProgress.Line(At(10, 250, 150), meter));
    }

    private static RunSnapshot At(double seconds, long settled, long queued) => new()
    {
        RunId = "shop-20261121-7k3mq",
        State = RunState.Running,
        Requests = new RequestCounts(queued, 0, Math.Max(0, settled - 10), Math.Min(settled, 10), 0),
        Records = 480,
        Quarantined = 3,
        Bytes = 2_500_000,
        ElapsedSeconds = seconds,
        HostCount = 5,
        Hosts =
        [
            new HostSnapshot("https://a.test", 100, 2, 0.5, 0, "throttled"),
            new HostSnapshot("https://b.test", 50, 0, 2, 7.9, null),
        ],
    };
}
