using Trawl.Model.Runs;

namespace Trawl.Api.Runs;

/// <summary>Whether a stop or a cancellation had something to do.</summary>
/// <param name="RunId">The run.</param>
/// <param name="State">Its state when the call came; the end is seen by following the run.</param>
/// <param name="Accepted">False when there was nothing to stop.</param>
public sealed record RunChange(string RunId, RunState State, bool Accepted);
