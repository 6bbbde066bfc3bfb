using Trawl.Engine.Attempts;
using Trawl.Engine.Hosts;
using Trawl.Engine.Seams.Store;

namespace Trawl.Engine.Running;

/// <summary>What can wake the loop; only the loop's own state decides what to do about it.</summary>
internal abstract record LoopEvent
{
    /// <summary>An attempt ended.</summary>
    public sealed record Attempted(Flight Flight, AttemptResult Result) : LoopEvent;

    /// <summary>A commit is durable.</summary>
    public sealed record Committed(CommitBatch Batch, CommitResult Result) : LoopEvent;

    /// <summary>A commit, or something else without which the run cannot go on, failed.</summary>
    public sealed record Broken(Exception Error) : LoopEvent;

    /// <summary>A host's robots.txt is known, or cannot be had now.</summary>
    public sealed record RobotsRead(Flight Flight, RobotsOutcome Outcome) : LoopEvent;

    /// <summary>Requests from a start file or a sitemap; the source waits until they are durable.</summary>
    public sealed record Admitted(AdmissionChunk Chunk, string? Warning, TaskCompletionSource Durable) : LoopEvent;

    /// <summary>All start points are in the frontier.</summary>
    public sealed record AdmissionEnded : LoopEvent;

    /// <summary>A plugin is of no use any more: the run stops and can be resumed.</summary>
    public sealed record Suspended(string Reason) : LoopEvent;

    /// <summary>The clock, or somebody's request to stop; the loop looks at its state.</summary>
    public sealed record Woken : LoopEvent
    {
        public static Woken Instance { get; } = new();
    }
}
