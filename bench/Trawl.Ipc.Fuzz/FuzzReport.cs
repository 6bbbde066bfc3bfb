namespace Trawl.Ipc.Fuzz;

/// <summary>What a run of cases came to. A crash or an access out of bounds would have ended the process.</summary>
/// <param name="Cases">Cases tried.</param>
/// <param name="Valid">Frames that got through as valid.</param>
/// <param name="Corruptions">Connections or rings given up for what the peer did.</param>
/// <param name="HonestCalls">Calls of honest peers meanwhile, each checked.</param>
/// <param name="HonestFailures">Those that failed: must be 0.</param>
internal readonly record struct FuzzReport(long Cases, long Valid, long Corruptions, long HonestCalls, long HonestFailures);
