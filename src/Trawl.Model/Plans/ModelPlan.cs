namespace Trawl.Model.Plans;

/// <summary>A language model that steps of the pipeline ask.</summary>
public sealed record ModelPlan
{
    /// <summary>Its name in the pipeline.</summary>
    public required string Name { get; init; }

    /// <summary>Base of an OpenAI-compatible endpoint, below which <c>chat/completions</c> is; null answers from <see cref="Script"/>.</summary>
    public string? Url { get; init; }

    /// <summary>The model's name at the endpoint.</summary>
    public string? Model { get; init; }

    /// <summary>The environment variable that holds the endpoint's key; null sends none.</summary>
    public string? Key { get; init; }

    /// <summary>What is answered without an endpoint, in this order; the last answer stays.</summary>
    public IReadOnlyList<ScriptedReply> Script { get; init; } = [];

    /// <summary>Time one exchange may take, waiting for a busy endpoint included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Bytes of one answer at most.</summary>
    public long MaxAnswer { get; init; } = 1L << 20;

    /// <summary>What the run may ask of it.</summary>
    public AnswerBudget Budget { get; init; } = new();
}
