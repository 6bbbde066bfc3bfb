namespace Trawl.Engine.Seams.Rendering;

/// <summary>Opens pages in a browser; one instance a run, called from many threads at once. Disposing it ends the browser.</summary>
public interface IPageRenderer : IDisposable
{
    /// <summary>Opens one page. Every failure of page or browser is in the result; nothing is thrown for it.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ValueTask<RenderedPage> RenderAsync(RenderRequest request, CancellationToken cancellationToken);
}
