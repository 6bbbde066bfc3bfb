using Trawl.EndToEnd.Tests.Egress;

namespace Trawl.EndToEnd.Tests.Governing;

/// <summary>A disk on which somebody else takes the room away while a run goes on, and gives it back.</summary>
public sealed class ShortDiskTests
{
    [RootFact]
    public async Task NearlyFull_TheRunPausesWithItsCode_AndGoesOnByItself()
    {
        await using var run = await GovernedRun.OnDiskAsync(megabytes: 60);
        var trawl = run.Start();
        await run.Site.Reached;
        await run.TakeRoomAsync(leave: 4 << 20);
        await GovernedRun.SaidAsync(trawl, "Paused (TRAWL-GOVERNOR-001)");
        var asked = run.Site.Asked;
        run.Site.Open();
        await run.DoneAsync(asked);
        Assert.Equal(asked, run.Site.Asked);

        run.GiveRoom();
        await GovernedRun.SaidAsync(trawl, "Going on");

        run.AssertNothingIsLost(trawl);
        Assert.Equal(["paused disk", "none jobs"], run.Decisions());
    }

    [RootFact]
    public async Task FullAtOnce_TheRunGoesOnFromItsLastCommit()
    {
        await using var run = await GovernedRun.OnDiskAsync(megabytes: 60);
        var trawl = run.Start();
        await run.Site.Reached;
        await run.FillAsync();
        run.Site.Open();
        await GovernedRun.SaidAsync(trawl, "Paused (TRAWL-GOVERNOR-001)");

        run.GiveRoom();

        run.AssertNothingIsLost(trawl);
    }
}
