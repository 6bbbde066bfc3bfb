using System.Text;
using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Store;
using Trawl.Web.Urls;

namespace Trawl.Simulation.World;

/// <summary>The rules of the simulated pipeline: every line of a page is a link, every page is one record.</summary>
internal sealed class SimPages : IPageHandler
{
    public ValueTask<PageOutcome> HandleAsync(FetchedPage page, CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetString(page.Response.Body.Span);
        var links = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new(new PageOutcome
        {
            Rules = ["page"],
            Links = [.. links.Select(link => new DiscoveredLink(WebUrl.Parse(link), "page", false))],
            Records = [new NewRecord
            {
                Type = "page",
                Key = page.Url.Href,
                Payload = Encoding.UTF8.GetBytes($$"""{"url":"{{page.Url.Href}}","links":{{links.Length}}}"""),
            }],
        });
    }
}
