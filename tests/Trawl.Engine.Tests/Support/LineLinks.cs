using System.Text;
using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Store;
using Trawl.Web.Urls;

namespace Trawl.Engine.Tests.Support;

/// <summary>Every line of a page is a link, every page one record; <c>!</c> ends the run, <c>?</c> throws.</summary>
internal sealed class LineLinks : IPageHandler
{
    public ValueTask<PageOutcome> HandleAsync(FetchedPage page, CancellationToken cancellationToken)
    {
        var lines = Encoding.UTF8.GetString(page.Response.Body.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Contains("?"))
        {
            throw new InvalidOperationException("a bug in a step");
        }

        return new(new PageOutcome
        {
            Rules = ["page"],
            Fatal = lines.Contains("!") ? "a record broke a rule" : null,
            Links = [.. lines.Where(l => l != "!").Select(l => new DiscoveredLink(WebUrl.Parse(l, page.Url), "page", false))],
            Records = [new NewRecord { Type = "page", Payload = Encoding.UTF8.GetBytes($$"""{"url":"{{page.Url.Href}}"}""") }],
        });
    }
}
