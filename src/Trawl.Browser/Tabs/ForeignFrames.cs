using Microsoft.Playwright;

namespace Trawl.Browser.Tabs;

/// <summary>Frames of other origins, which a page's own script cannot look into: each is read by itself and put into its place.</summary>
internal static class ForeignFrames
{
    private const string Put = """(element, html) => { element[Symbol.for("trawl.frame")] = html; }""";

    private const float Patience = 5_000;

    /// <summary>Reads the frames of a frame, the innermost first.</summary>
    public static Task WriteOutAsync(IFrame parent) => Task.WhenAll(parent.ChildFrames.Select(WriteOneAsync));

    private static async Task WriteOneAsync(IFrame frame)
    {
        try
        {
            await frame.WaitForLoadStateAsync(LoadState.Load, new() { Timeout = Patience }).ConfigureAwait(false);
            await WriteOutAsync(frame).ConfigureAwait(false);
            var parts = await PageParts.TakeAsync(frame).ConfigureAwait(false);
            var element = await frame.FrameElementAsync().ConfigureAwait(false);
            await element.EvaluateAsync(Put, parts.Body).ConfigureAwait(false);
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException)
        {
            // The frame went away, or never came: it stays empty.
        }
    }
}
