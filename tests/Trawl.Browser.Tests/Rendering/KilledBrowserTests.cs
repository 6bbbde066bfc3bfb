using Trawl.Browser.Processes;
using Trawl.Browser.Tests.Support;
using Trawl.Model.Plans;

namespace Trawl.Browser.Tests.Rendering;

/// <summary>A browser that dies is replaced; one whose program died is ended.</summary>
public sealed class KilledBrowserTests(OpenedShop opened) : IClassFixture<OpenedShop>
{
    private static readonly RenderPlan s_plan = new() { WaitFor = [".price"] };

    [Fact]
    public async Task PagesThatWereOpenAreOpenedAgain()
    {
        await opened.HtmlAsync("/p/3", s_plan);
        var open = Enumerable.Range(4, 4).Select(id => opened.HtmlAsync($"/p/{id}", s_plan)).ToArray();

        foreach (var id in RunningProcesses.With(Mine())) RunningProcesses.Kill(id);

        var pages = await Task.WhenAll(open);
        Assert.All(pages.Zip(opened.Shop.Products.Skip(3)), p => Assert.Contains(p.Second.Price, p.First, StringComparison.Ordinal));
    }

    [Fact]
    public async Task NothingIsLeftOfABrowserThatWasClosed()
    {
        var before = Folders();
        using (var other = opened.Open())
        {
            await opened.RenderAsync(other, "/p/1", s_plan);
            Assert.True(Folders().Length > before.Length, "it has a folder while it runs");
        }

        Assert.Equal(before, Folders());
    }

    private static string Mine() => $"trawl-browser-{Environment.ProcessId}-";

    private static string[] Folders() => [.. Directory.EnumerateDirectories(Path.GetTempPath(), Mine() + "*").Order(StringComparer.Ordinal)];
}
