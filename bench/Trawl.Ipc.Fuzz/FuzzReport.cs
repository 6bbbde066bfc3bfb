using System.Text.Json.Nodes;

namespace Trawl.Ipc.Fuzz;

/// <summary>What a run of cases came to. A crash or an access out of bounds would have ended the process.</summary>
/// <param name="Cases">Cases tried.</param>
/// <param name="Valid">Frames that got through as valid.</param>
/// <param name="Corruptions">Connections or rings given up for what the peer did.</param>
/// <param name="HonestCalls">Calls of honest peers meanwhile, each checked.</param>
/// <param name="HonestFailures">Those that failed: must be 0.</param>
internal readonly record struct FuzzReport(long Cases, long Valid, long Corruptions, long HonestCalls, long HonestFailures)
{
    /// <summary>A line for the results that docs/performance/ipc.md is made of.</summary>
    public string ToJson(string name, int seed, double seconds) => new JsonObject
    {
        ["kind"] = "result", ["rival"] = "trawl", ["order"] = name, ["round"] = seed, ["run"] = "fuzz", ["cases"] = Cases, ["valid"] = Valid,
        ["corruptions"] = Corruptions, ["honestCalls"] = HonestCalls, ["honestFailures"] = HonestFailures, ["seconds"] = Math.Round(seconds, 1),
    }.ToJsonString();
}
