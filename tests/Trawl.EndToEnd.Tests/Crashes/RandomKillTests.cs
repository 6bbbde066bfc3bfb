using Trawl.EndToEnd.Tests.Support;
using Trawl.Tests.Shared;

namespace Trawl.EndToEnd.Tests.Crashes;

/// <summary>
/// <c>kill -9</c> at random moments of a crawl of a real manual, again and again, until it ends. Six seeds of 35 kills.
/// Repeat one seed: <c>./build.sh test --filter "RandomKillTests&amp;DisplayName~seed: 3"</c>.
/// </summary>
public sealed class RandomKillTests : IAsyncLifetime
{
    private const int Kills = 35;
    private readonly Scratch _scratch = new();
    private ManualSite _site = null!;

    public async Task InitializeAsync() => _site = await ManualSite.StartAsync();

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _scratch.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void TheDatasetIsThatOfTheUninterruptedRun(int seed)
    {
        var clean = RunClean();
        _site.Forget();
        _site.Latency = TimeSpan.FromMilliseconds(40);
        var audit = new CaptureAudit(new RunBooks(_scratch.PathOf("killed")));
        var kills = RunKilled(seed, audit, out var again);

        Assert.Equal(clean, File.ReadAllBytes(_scratch.PathOf("killed.jsonl")));
        Assert.True(kills >= Kills, $"seed {seed}: the run ended after {kills} kills");
        Assert.True(again.Count == 0, $"seed {seed}: fetched again although they were done: {string.Join(' ', again.Take(5))}");
        Assert.True(audit.Faults.Count == 0, $"seed {seed}: {string.Join('\n', audit.Faults.Take(5))}");
        var books = new RunBooks(_scratch.PathOf("killed"));
        Assert.Empty(books.NotFinal());
        Assert.Empty(books.WrongCounters());
        using var replay = TrawlProcess.Run(["replay", "last", "--check", "--json", "--home", _scratch.PathOf("killed")]);
        Assert.True(replay.ExitCode == 0, $"seed {seed}: {replay.Out}{replay.Talk}");
    }

    private byte[] RunClean()
    {
        using var trawl = TrawlProcess.Run(Arguments("clean", concurrency: 16));
        Assert.True(trawl.ExitCode == 0, trawl.Talk);
        return File.ReadAllBytes(_scratch.PathOf("clean.jsonl"));
    }

    /// <summary>Kills and resumes; then lets it end. Answers the kills, and what was fetched after it was done.</summary>
    private int RunKilled(int seed, CaptureAudit audit, out List<string> again)
    {
        var chance = new Random(seed);
        var books = new RunBooks(_scratch.PathOf("killed"));
        var settled = new Dictionary<string, int>();
        var kills = 0;
        again = [];
        while (kills < Kills)
        {
            using var trawl = TrawlProcess.Start(Arguments("killed", concurrency: 2));
            if (trawl.Ends(TimeSpan.FromMilliseconds(300 + chance.Next(500))))
            {
                Assert.True(trawl.ExitCode == 0, trawl.Talk);
                break;
            }

            trawl.Kill();
            kills++;
            audit.Check();
            again.AddRange(FetchedAgain(books, settled));
        }

        _site.Latency = TimeSpan.Zero;
        using var last = TrawlProcess.Run(Arguments("killed", concurrency: 2));
        Assert.True(last.ExitCode == 0, last.Talk);
        again.AddRange(FetchedAgain(books, settled));
        audit.Check();
        return kills;
    }

    /// <summary>Pages that the books call done and the server saw again since; and takes down what is done now.</summary>
    private List<string> FetchedAgain(RunBooks books, Dictionary<string, int> settled)
    {
        if (!books.Exist)
        {
            return [];
        }

        var hits = _site.Hits();
        var again = settled.Where(page => hits[page.Key] != page.Value).Select(page => page.Key).ToList();
        foreach (var url in books.Done())
        {
            var path = new Uri(url).AbsolutePath;
            settled.TryAdd(path, hits[path]);
        }

        return again;
    }

    private string[] Arguments(string name, int concurrency) =>
    [
        "run", Repository.PathOf("bench", "peers", "crawl.yaml"), "--home", _scratch.PathOf(name), "--key", "matrix", "--json",
        "--set", $"start={_site.BaseUrl}/", "--set", $"out={_scratch.PathOf(name + ".jsonl")}",
        "--set", $"concurrency={concurrency}",
    ];
}
