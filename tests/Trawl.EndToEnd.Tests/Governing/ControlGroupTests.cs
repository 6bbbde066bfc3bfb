namespace Trawl.EndToEnd.Tests.Governing;

/// <summary>The real executable in a real control group.</summary>
public sealed class ControlGroupTests
{
    private const long Limit = 1L << 30;

    [ControlGroupFact("memory")]
    public async Task ShortOfMemory_TheRunPausesWithItsCode_AndGoesOnByItself()
    {
        await using var run = await GovernedRun.OnDiskAsync(megabytes: 2048);
        using var group = ControlGroup.WithMemory(Limit);
        var trawl = run.Start(group.Wrapper);
        await run.Site.Reached;

        // What a member of the group writes to memory is the group's, and goes when the file does.
        var ballast = Path.Combine(run.Disk, "memory");
        var bytes = (long)(0.955 * Limit) - group.MemoryInUse();
        await GovernedRun.Sh($"{group.Wrapper[2].Replace("exec \"$@\"", $"head -c {bytes} /dev/zero > '{ballast}'", StringComparison.Ordinal)}");
        await GovernedRun.SaidAsync(trawl, "Paused (TRAWL-GOVERNOR-002)");
        run.Site.Open();
        File.Delete(ballast);
        await GovernedRun.SaidAsync(trawl, "Going on");

        run.AssertNothingIsLost(trawl);
        Assert.Contains("paused memory", run.Decisions());
        Assert.Contains(run.Books.Query("SELECT data FROM journal WHERE kind = 31"), data => data.Contains("of 1024 MiB", StringComparison.Ordinal));
    }

    [ControlGroupFact("cpu")]
    public async Task AShareOfTheProcessors_SetsTheRequestsInFlight()
    {
        await using var run = await GovernedRun.OnDiskAsync(megabytes: 60);
        run.Site.Open();
        using var group = ControlGroup.WithProcessors(0.5);
        var trawl = run.Start(1000, group.Wrapper);

        run.AssertNothingIsLost(trawl);
        var first = run.Books.Query("SELECT data FROM journal WHERE kind = 31 ORDER BY seq").First();
        Assert.Contains("\"rule\":\"jobs\",\"reading\":\"0.5 processors\",\"limit\":\"500 each\",\"jobs\":250", first, StringComparison.Ordinal);
    }
}
