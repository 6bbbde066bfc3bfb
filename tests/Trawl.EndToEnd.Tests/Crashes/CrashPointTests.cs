using Trawl.Demo;
using Trawl.Engine.Crash;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Crashes;

/// <summary>Dies at every named point of the engine and the store, several times each, on a shop with troubles.</summary>
public sealed class CrashPointTests : IAsyncLifetime
{
    private const int KilledBySignal = 137;
    private readonly Scratch _scratch = new();
    private DemoShop _shop = null!;

    public static TheoryData<CrashPoint, int> Points()
    {
        var points = new TheoryData<CrashPoint, int>();
        foreach (var point in Enum.GetValues<CrashPoint>().Where(p => p is not (CrashPoint.CaptureCut or CrashPoint.ChangesCounted or (>= CrashPoint.SinkSending and <= CrashPoint.SinkComplete))))
        {
            points.Add(point, 1);
            if (point is >= CrashPoint.Leased and <= CrashPoint.CommitDone)
            {
                points.Add(point, 4);
            }

            // A small shop is leased in few pieces.
            if (point is > CrashPoint.Leased and <= CrashPoint.CommitDone)
            {
                points.Add(point, 12);
            }
        }

        return points;
    }

    public async Task InitializeAsync()
    {
        _shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 120, Articles = 10 });
        await File.WriteAllTextAsync(_scratch.PathOf("shop.yaml"), DemoShop.Pipeline);
    }

    public async Task DisposeAsync()
    {
        await _shop.DisposeAsync();
        _scratch.Dispose();
    }

    [Theory]
    [MemberData(nameof(Points))]
    public void TheOutputsAreThoseOfTheUninterruptedRun(CrashPoint point, int times)
    {
        var clean = Run("clean", null);
        Assert.True(clean.ExitCode == 0, clean.Talk);

        var crashed = Run("crashed", $"{point}:{times}");
        Assert.True(crashed.ExitCode == KilledBySignal, $"{point}:{times} was not reached: {crashed.Talk}");
        AuditCapture("crashed");
        var resumed = Run("crashed", null);

        Assert.True(resumed.ExitCode == 0, resumed.Talk);
        Assert.Equal(Datasets("clean"), Datasets("crashed"));
        AuditCapture("crashed");
        if (times == 1)
        {
            using var replay = TrawlProcess.Run(["replay", "last", "--check", "--json", "--home", _scratch.PathOf("crashed")]);
            Assert.True(replay.ExitCode == 0, replay.Out + replay.Talk);
        }

        var books = new RunBooks(_scratch.PathOf("crashed"));
        Assert.Empty(books.NotFinal());
        Assert.Empty(books.WrongCounters());
    }

    /// <summary>Cutting is only met by a run that finds something to cut.</summary>
    [Fact]
    public void DyingWhileTheCaptureIsCut_ChangesNothing()
    {
        Assert.Equal(0, Run("clean", null).ExitCode);
        Assert.Equal(KilledBySignal, Run("crashed", $"{CrashPoint.CaptureFlushed}:6").ExitCode);
        Assert.Equal(KilledBySignal, Run("crashed", $"{CrashPoint.CaptureCut}:1").ExitCode);
        var resumed = Run("crashed", null);

        Assert.True(resumed.ExitCode == 0, resumed.Talk);
        Assert.Equal(Datasets("clean"), Datasets("crashed"));
        AuditCapture("crashed");
    }

    private void AuditCapture(string name)
    {
        var audit = new CaptureAudit(new RunBooks(_scratch.PathOf(name)));
        audit.Check();
        Assert.Empty(audit.Faults);
    }

    private TrawlProcess Run(string name, string? crashAt) => TrawlProcess.Run(
        ["run", _scratch.PathOf("shop.yaml"), "--home", _scratch.PathOf(name), "--key", "matrix", "--json", "--set", $"site={_shop.BaseUrl}"],
        crashAt);

    /// <summary>The published files but the manifest, which names the run.</summary>
    private Dictionary<string, string> Datasets(string name) =>
        Scratch.Files(Path.Combine(new RunBooks(_scratch.PathOf(name)).Folder, "datasets"))
            .Where(file => file.Key != "manifest.json")
            .ToDictionary(file => file.Key, file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(file.Value)));
}
