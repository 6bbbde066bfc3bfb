using System.Text;
using Trawl.Browser.Tests.Support;
using Trawl.Engine.Seams.Fetching;
using Trawl.Model.Plans;

namespace Trawl.Browser.Tests.Rendering;

/// <summary>Pages of somebody's site that stop a careless browser: each has its answer, and the next page is read as if nothing had been.</summary>
public sealed class TrapTests(OpenedShop opened) : IClassFixture<OpenedShop>
{
    [Theory]
    [InlineData("loop")]
    [InlineData("late-loop")]
    public async Task APageThatNeverEndsIsGivenUpAtItsDeadline(string trap)
    {
        var plan = new RenderPlan { Deadline = TimeSpan.FromSeconds(2), WaitFor = ["#never"] };

        var page = await opened.RenderAsync("/trap/" + trap, plan);

        Assert.Equal(FetchErrorKind.Browser, page.Error?.Kind);
        await NextPageIsWell();
    }

    [Fact]
    public async Task WhatDoesNotComeIsNamed()
    {
        var page = await opened.RenderAsync("/p/1", new RenderPlan { Deadline = TimeSpan.FromSeconds(6), WaitFor = ["h1", ".no-such"] });

        Assert.Contains("\".no-such\"", page.Error?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dialogs", "after", "dialog (prompt)")]
    [InlineData("windows", "after", "opened a window")]
    [InlineData("away", "Trap", "/plain/1 and was kept where it was")]
    [InlineData("download", "Trap", null)]
    [InlineData("leave", "Trap", null)]
    [InlineData("restless", "Trap", "did not come to rest")]
    [InlineData("poll", "Trap", "did not come to rest")]
    public async Task APageIsReadAndWhatItTriedIsSaid(string trap, string text, string? note)
    {
        var page = await opened.RenderAsync("/trap/" + trap, new RenderPlan { Deadline = TimeSpan.FromSeconds(12) });

        Assert.True(page.Error is null, page.Error?.Message);
        Assert.Contains(text, Encoding.UTF8.GetString(page.Html.Span), StringComparison.Ordinal);
        if (note is not null) Assert.Contains(page.Notes, said => said.Contains(note, StringComparison.Ordinal));
        await NextPageIsWell();
    }

    [Fact]
    public async Task ACancelledPageIsLeftAtOnce()
    {
        using var stop = new CancellationTokenSource();
        var asked = opened.Renderer.RenderAsync(
            new() { Url = opened.Shop.BaseUrl + "/trap/x", Document = "<script>for (;;) ;</script>"u8.ToArray(), Headers = [], Plan = new RenderPlan() }, stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await asked);
        await NextPageIsWell();
    }

    private async Task NextPageIsWell() =>
        Assert.Contains(opened.Shop.Products[1].Price, await opened.HtmlAsync("/p/2", new RenderPlan { WaitFor = [".price"] }), StringComparison.Ordinal);
}
