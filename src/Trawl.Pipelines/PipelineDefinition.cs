namespace Trawl.Pipelines;

/// <summary>A pipeline as it was written.</summary>
public sealed record PipelineDefinition
{
    /// <summary>The name, given or made of the file's name.</summary>
    public required string Name { get; init; }

    /// <summary>The file, as the caller named it; null when there is none.</summary>
    public string? File { get; init; }

    /// <summary>The text; empty for a pipeline written in C#.</summary>
    public string Text { get; init; } = "";

    /// <summary>Names of the <c>--set</c> values it asks for, sorted.</summary>
    public IReadOnlyList<string> SetValues { get; init; } = [];

    /// <summary>Names of the environment variables it asks for, sorted.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];
}
