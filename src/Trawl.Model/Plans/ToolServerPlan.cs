namespace Trawl.Model.Plans;

/// <summary>A server of the Model Context Protocol whose tools steps of the pipeline call.</summary>
public sealed record ToolServerPlan
{
    /// <summary>Its name in the pipeline.</summary>
    public required string Name { get; init; }

    /// <summary>The program to start and its arguments, spoken with over its standard streams; empty for a server at a URL.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>The folder in which the program is started, absolute.</summary>
    public string? Folder { get; init; }

    /// <summary>Where it is: http and https for Streamable HTTP, ws and wss for WebSocket; null for a program.</summary>
    public string? Url { get; init; }

    /// <summary>Headers sent with every request; secrets stay as <c>${env:NAME}</c>.</summary>
    public IReadOnlyList<HeaderPlan> Headers { get; init; } = [];

    /// <summary>Environment variables whose values the program gets.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>The tools that may be called; no other is.</summary>
    public required IReadOnlyList<string> Allow { get; init; }

    /// <summary>Time one call may take; to start and greet, the server has 30 s at least.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of one answer at most.</summary>
    public long MaxAnswer { get; init; } = 1L << 20;

    /// <summary>What the run may ask of it.</summary>
    public AnswerBudget Budget { get; init; } = new();
}
