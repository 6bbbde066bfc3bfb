using Trawl.Engine.Seams.Pages;

namespace Trawl.Load.Site;

/// <summary>Every page is done at once and leads nowhere: what remains is the engine's own loop.</summary>
internal sealed class NoLinks : IPageHandler
{
    private static readonly PageOutcome s_nothing = new();

    public ValueTask<PageOutcome> HandleAsync(FetchedPage page, CancellationToken cancellationToken) => new(s_nothing);
}
