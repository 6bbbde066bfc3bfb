using System.Text.Json;
using System.Text.Json.Serialization;
using ModelContextProtocol.Protocol;

namespace Trawl.Mcp.Tasks;

/// <summary>A task as clients see it (SEP-2663): a run, and once it is over what the call came to.</summary>
internal sealed class TaskView : Result
{
    /// <summary>The run's id: a task is there as long as its run is.</summary>
    public required string TaskId { get; init; }

    /// <summary><c>working</c>, <c>completed</c> or <c>cancelled</c>.</summary>
    public required string Status { get; init; }

    public required string StatusMessage { get; init; }

    public required string CreatedAt { get; init; }

    public required string LastUpdatedAt { get; init; }

    /// <summary>Without end; the field must be there all the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long? TtlMs { get; } = null;

    public long PollIntervalMs { get; } = 1_000;

    /// <summary>What the tool would have answered had the client waited.</summary>
    [JsonPropertyName("result")]
    public JsonElement? Outcome { get; init; }
}
