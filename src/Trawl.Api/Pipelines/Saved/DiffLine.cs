namespace Trawl.Api.Pipelines.Saved;

/// <summary>A line of one version or of both.</summary>
/// <param name="Kind"><c>same</c>, <c>added</c> or <c>removed</c>.</param>
/// <param name="Text">The line, without its end.</param>
public sealed record DiffLine(string Kind, string Text);
