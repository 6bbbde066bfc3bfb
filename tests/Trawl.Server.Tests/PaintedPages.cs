using Trawl.Engine.Seams.Rendering;
using Trawl.Hosting.Rendering;

namespace Trawl.Server.Tests;

/// <summary>A browser that shows each page as it came, and the same picture of every one.</summary>
internal sealed class PaintedPages : IPageRenderer
{
    public static byte[] Picture { get; } = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Enumerable.Range(0, 500).Select(i => (byte)i)];

    public static BrowserSupport Support { get; } = new() { Find = _ => "painted", WayOut = "", Open = (_, _, _, _) => new PaintedPages() };

    public ValueTask<RenderedPage> RenderAsync(RenderRequest request, CancellationToken cancellationToken) => new(new RenderedPage
    {
        Html = request.Document,
        Screenshot = request.Plan.Screenshot is null ? ReadOnlyMemory<byte>.Empty : Picture,
    });

    public void Dispose()
    {
    }
}
