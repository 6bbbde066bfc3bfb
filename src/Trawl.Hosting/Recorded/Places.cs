using Trawl.Api.Pages;
using Trawl.Steps.Tracing;

namespace Trawl.Hosting.Recorded;

/// <summary>Places on pages for the API.</summary>
internal static class Places
{
    public static SelectedNode Of(NodePlace? place, string? text) => place is null
        ? new SelectedNode(text, null, "", 0, 0)
        : new SelectedNode(text, place.Path, place.Snippet, place.Line, place.Column);
}
