namespace Trawl.Api.Pipelines;

/// <summary>A pipeline as text, with all that its text refers to.</summary>
public sealed record PipelineSource
{
    /// <summary>The YAML text.</summary>
    public required string Text { get; init; }

    /// <summary>Absolute path of the file it came from; relative paths in the text are relative to its folder.</summary>
    public required string Path { get; init; }

    /// <summary>Values for <c>${set:NAME}</c>, as given with <c>--set NAME=VALUE</c>.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Values for <c>${env:NAME}</c>. Null: the environment and the <c>.env</c> files of the process that compiles.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }
}
