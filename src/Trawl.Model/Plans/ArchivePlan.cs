namespace Trawl.Model.Plans;

/// <summary>Web archives that answer in place of the network.</summary>
public sealed record ArchivePlan
{
    /// <summary>The files, as they were when the run began.</summary>
    public required IReadOnlyList<ArchiveFile> Files { get; init; }

    /// <summary>Of several captures of a URL the one nearest to this time answers; null: the latest.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Whether the run begins with every page of the archives that is in scope, instead of the plan's start points.</summary>
    public bool AllPages { get; init; }
}
