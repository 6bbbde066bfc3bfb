using Trawl.Model.Runs;

namespace Trawl.Api.Runs;

/// <summary>Asks for the runs of the home, newest first.</summary>
/// <param name="State">Only runs in this state; null for all.</param>
/// <param name="Limit">Runs at most, 1 to 1,000.</param>
public sealed record ListRunsRequest(RunState? State = null, int Limit = 50);
