using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Store;
using Trawl.Web.Urls;

namespace Trawl.Load.Site;

/// <summary>Gives the links and the record that the real handler finds, without looking at the page.</summary>
internal sealed class TreeLinks(PageTree tree) : IPageHandler
{
    public ValueTask<PageOutcome> HandleAsync(FetchedPage page, CancellationToken cancellationToken)
    {
        Span<long> numbers = stackalloc long[tree.LinksMost];
        numbers = numbers[..tree.Links(PageTree.NumberOf(page.Url.Href), numbers)];
        var links = new DiscoveredLink[numbers.Length];
        for (var i = 0; i < links.Length; i++)
        {
            links[i] = new DiscoveredLink(WebUrl.Parse(tree.Url(numbers[i])), "page", false);
        }

        return new(new PageOutcome
        {
            Rules = ["page"],
            Links = links,
            Records = [new NewRecord { Type = "page", Payload = s_payload }],
        });
    }

    private static readonly byte[] s_payload = new byte[120];
}
