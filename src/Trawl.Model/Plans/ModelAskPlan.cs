namespace Trawl.Model.Plans;

/// <summary>A question to a model for each record.</summary>
public sealed record ModelAskPlan
{
    /// <summary>The model's name in the pipeline.</summary>
    public required string Model { get; init; }

    /// <summary>What it is to do; the pipeline's own words, into which no page gets.</summary>
    public required string Prompt { get; init; }

    /// <summary>Fields of the record that it is given; empty gives all.</summary>
    public IReadOnlyList<string> Give { get; init; } = [];

    /// <summary>Tools that it may call: <c>server</c> for all that the server allows, or <c>server/tool</c>.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>Exchanges with the model for one record at most.</summary>
    public int Turns { get; init; } = 8;

    /// <summary>Time for one record, tools included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Tokens that it may read and write for one record.</summary>
    public long Tokens { get; init; } = 50_000;
}
