namespace Trawl.Model.Plans;

/// <summary>What a run may ask of a tool server or a model, all its engines together.</summary>
public sealed record AnswerBudget
{
    /// <summary>Questions that may be asked.</summary>
    public int Calls { get; init; } = 10_000;

    /// <summary>Time that may be spent waiting for answers, added up over all of them.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Bytes that answers may have together.</summary>
    public long Bytes { get; init; } = 256L << 20;

    /// <summary>Tokens that a model may read and write; for models only.</summary>
    public long Tokens { get; init; } = 5_000_000;
}
