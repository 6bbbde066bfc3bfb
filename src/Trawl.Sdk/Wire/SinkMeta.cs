namespace Trawl.Sdk.Wire;

/// <summary>What a sink is told with each call.</summary>
internal sealed record SinkMeta
{
    /// <summary>The run.</summary>
    public string Run { get; init; } = "";

    /// <summary>The sink's name in the run.</summary>
    public string Output { get; init; } = "";

    /// <summary>Number of the batch, from 1, without gaps.</summary>
    public long Batch { get; init; }

    /// <summary>Records before this batch.</summary>
    public long Offset { get; init; }

    /// <summary>The types of the batch's records, one for each blob.</summary>
    public string[] Types { get; init => field = value ?? []; } = [];

    /// <summary>With <c>begin</c>: the record types and their columns.</summary>
    public SinkTypeMeta[] Records { get; init => field = value ?? []; } = [];
}
