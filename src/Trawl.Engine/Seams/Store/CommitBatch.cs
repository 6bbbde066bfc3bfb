namespace Trawl.Engine.Seams.Store;

/// <summary>Everything that becomes durable in one transaction, applied in the order of the properties.</summary>
public sealed record CommitBatch
{
    /// <summary>The engine's epoch; the commit is refused when a newer engine has the run.</summary>
    public required int Epoch { get; init; }

    /// <summary>The engine's clock.</summary>
    public required DateTimeOffset Now { get; init; }

    public IReadOnlyList<Settlement> Settlements { get; init; } = [];

    /// <summary>Requests from start points and sitemaps, each piece with a journal entry of its own.</summary>
    public IReadOnlyList<AdmissionChunk> Admissions { get; init; } = [];

    public IReadOnlyList<HostUpdate> Hosts { get; init; } = [];

    /// <summary>Time spent running, earlier engines included.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Journal entries, each with its place among the settlements; those behind the last one stand behind the admissions too.</summary>
    public IReadOnlyList<JournalNote> Journal { get; init; } = [];

    /// <summary>Exchanges recorded with these outcomes; null when nothing is captured.</summary>
    public CaptureCommit? Capture { get; init; }

    public RunEnd? End { get; init; }

    /// <summary>Requests to hand out, taken after everything above has been applied.</summary>
    public IReadOnlyList<LeaseWant> Wants { get; init; } = [];

    /// <summary>
    /// Requests to hand out by their ids, after <see cref="Wants"/>, whether they are queued or wait for their time;
    /// those that do neither are left out.
    /// </summary>
    public IReadOnlyList<long> Leases { get; init; } = [];
}
