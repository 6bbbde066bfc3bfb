using Trawl.Model.Runs;

namespace Trawl.Api.Runs;

/// <summary>What resuming a run came to.</summary>
/// <param name="RunId">The run.</param>
/// <param name="State">Its state before the call.</param>
/// <param name="Started">Whether this call set an engine to work; false when one was at it or the run is final.</param>
public sealed record ResumeRunResponse(string RunId, RunState State, bool Started);
