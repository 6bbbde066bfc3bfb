using Trawl.Engine.Seams.Fetching;

namespace Trawl.Engine.Seams.Rendering;

/// <summary>What a browser made of a page, or why it could not.</summary>
public sealed record RenderedPage
{
    /// <summary>The document as HTML in UTF-8, shadow trees and frames written out; empty after an error.</summary>
    public ReadOnlyMemory<byte> Html { get; init; }

    /// <summary>PNG; empty when none was wanted.</summary>
    public ReadOnlyMemory<byte> Screenshot { get; init; }

    /// <summary>What people should know: requests that were refused, dialogs that were closed.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public FetchError? Error { get; init; }
}
