using System.Diagnostics;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Governing;

/// <summary>A run on a disk of its own, of which a test takes the room away, and what must have come of it.</summary>
internal sealed class GovernedRun : IAsyncDisposable
{
    public const int Pages = 120;
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(2);
    private readonly Scratch _scratch = new();
    private readonly List<TrawlProcess> _started = [];

    private GovernedRun(GatedSite site) => Site = site;

    public GatedSite Site { get; }

    public string Disk => _scratch.PathOf("disk");

    public string Home => Path.Combine(Disk, "home");

    public RunBooks Books => new(Home);

    private string Ballast => Path.Combine(Disk, "ballast");

    public static async Task<GovernedRun> OnDiskAsync(int megabytes)
    {
        var run = new GovernedRun(await GatedSite.StartAsync(Pages, gateAt: Pages / 2));
        Directory.CreateDirectory(run.Disk);
        await Sh($"mount -t tmpfs -o size={megabytes}m tmpfs '{run.Disk}'");
        return run;
    }

    public TrawlProcess Start(params string[] wrapper) => Start(4, wrapper);

    public TrawlProcess Start(int concurrency, string[] wrapper)
    {
        File.WriteAllText(_scratch.PathOf("gated.yaml"), Site.Pipeline(concurrency));
        var trawl = TrawlProcess.StartUnder(
            wrapper, ["run", _scratch.PathOf("gated.yaml"), "--home", Home, "--key", "gated", "--json"], null, []);
        _started.Add(trawl);
        return trawl;
    }

    /// <summary>Takes up room, all but so many bytes of the disk.</summary>
    public Task TakeRoomAsync(long leave) => Sh($"fallocate -l {new DriveInfo(Disk).AvailableFreeSpace - leave} '{Ballast}'");

    /// <summary>Takes up all room there is.</summary>
    public Task FillAsync() => Sh($"cat /dev/zero > '{Ballast}' 2> /dev/null; test -s '{Ballast}'");

    public void GiveRoom() => File.Delete(Ballast);

    /// <summary>Waits until the tool has said something.</summary>
    public static async Task SaidAsync(TrawlProcess trawl, string words)
    {
        var began = Stopwatch.GetTimestamp();
        while (!trawl.Talk.Contains(words, StringComparison.Ordinal))
        {
            Assert.True(!trawl.HasExited && Stopwatch.GetElapsedTime(began) < s_bound, $"It never said \"{words}\", but: {trawl.Talk}");
            await Task.Delay(20);
        }
    }

    /// <summary>Waits until so many pages are done, durably.</summary>
    public async Task DoneAsync(int pages)
    {
        var began = Stopwatch.GetTimestamp();
        while (Books.Done().Count < pages)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < s_bound, $"{Books.Done().Count} of {pages} pages are done.");
            await Task.Delay(20);
        }
    }

    /// <summary>The run came to its end, with one record for every page, in spite of all; and a replay comes to the same.</summary>
    public void AssertNothingIsLost(TrawlProcess trawl)
    {
        trawl.WaitForExit(s_bound);
        Assert.True(trawl.ExitCode == 0, trawl.Talk);
        Assert.Empty(Books.NotFinal());
        Assert.Empty(Books.WrongCounters());
        Assert.Equal(Pages, File.ReadLines(Path.Combine(Books.Folder, "datasets", "entry.jsonl")).Distinct().Count());
        using var replay = TrawlProcess.Run(["replay", "last", "--check", "--json", "--home", Home]);
        Assert.True(replay.ExitCode == 0, replay.Out + replay.Talk);
    }

    /// <summary>The governor's decisions: step and rule.</summary>
    public IReadOnlyList<string> Decisions() =>
        Books.Query("SELECT json_extract(data, '$.step') || ' ' || json_extract(data, '$.rule') FROM journal WHERE kind = 31 ORDER BY seq");

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        foreach (var trawl in _started.Where(trawl => !trawl.HasExited))
        {
            trawl.Kill();
        }

        _started.ForEach(trawl => trawl.Dispose());
        await Sh($"umount '{Disk}'");
        _scratch.Dispose();
    }

    public static async Task Sh(string command)
    {
        using var shell = Process.Start("sh", ["-c", command]);
        await shell.WaitForExitAsync();
        Assert.True(shell.ExitCode == 0, $"\"{command}\" answered {shell.ExitCode}");
    }
}
