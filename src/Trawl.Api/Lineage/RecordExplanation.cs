using Trawl.Api.Explaining;
using Trawl.Api.Pages;
using Trawl.Api.Records;
using Trawl.Api.Requests;
using Trawl.Model.Records;

namespace Trawl.Api.Lineage;

/// <summary>How a record came about: from the request to each value.</summary>
public sealed record RecordExplanation
{
    /// <summary>The record as it is stored.</summary>
    public required RecordInfo Record { get; init; }

    /// <summary>What became of it.</summary>
    public required RecordStatus Status { get; init; }

    /// <summary>Whether it is not published because a record before it has its key.</summary>
    public bool IsMerged { get; init; }

    /// <summary>Its key as a JSON array; null when its type has none.</summary>
    public string? Key { get; init; }

    /// <summary>The request of its page.</summary>
    public required RequestInfo Request { get; init; }

    /// <summary>The URLs that led to the page by redirects, in order; empty when none did.</summary>
    public required IReadOnlyList<string> RedirectedFrom { get; init; }

    /// <summary>How the page was found, from the page it stood on up to a start point.</summary>
    public required IReadOnlyList<FoundOn> Path { get; init; }

    /// <summary>Where the page is kept.</summary>
    public required RecordedAt At { get; init; }

    /// <summary>The rule that extracts it.</summary>
    public required string Rule { get; init; }

    /// <summary>The selector of what is a record each; null when the page is one.</summary>
    public SelectorText? Each { get; init; }

    /// <summary>What it was read from; null for the page as a whole.</summary>
    public SelectedNode? Scope { get; init; }

    /// <summary>The fields.</summary>
    public required IReadOnlyList<FieldLineage> Fields { get; init; }

    /// <summary>Whether reading the page again gave exactly the stored record.</summary>
    public required bool IsSame { get; init; }
}
