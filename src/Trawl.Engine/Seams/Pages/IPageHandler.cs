namespace Trawl.Engine.Seams.Pages;

/// <summary>Applies a plan's page rules to fetched pages; one instance a run, called from many threads at once.</summary>
public interface IPageHandler
{
    /// <summary>Processes one page. A page it cannot process is a <see cref="PageOutcome.Error"/>; nothing is thrown for it.</summary>
    ValueTask<PageOutcome> HandleAsync(FetchedPage page, CancellationToken cancellationToken);
}
