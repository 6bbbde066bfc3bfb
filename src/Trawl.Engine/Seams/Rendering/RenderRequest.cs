using Trawl.Model.Plans;

namespace Trawl.Engine.Seams.Rendering;

/// <summary>A page to open in a browser, which the fetcher has fetched already: the browser does not ask for it again.</summary>
public sealed record RenderRequest
{
    /// <summary>Absolute http or https URL.</summary>
    public required string Url { get; init; }

    /// <summary>The page's body, content coding removed.</summary>
    public required ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>Its header fields, as received but for those of its coding and length.</summary>
    public required IReadOnlyList<Fetching.FetchHeader> Headers { get; init; }

    public required RenderPlan Plan { get; init; }
}
