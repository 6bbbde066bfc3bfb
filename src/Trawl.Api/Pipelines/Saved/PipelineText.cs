namespace Trawl.Api.Pipelines.Saved;

/// <summary>A saved pipeline with its text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Which version this is.</param>
/// <param name="Text">The YAML text.</param>
public sealed record PipelineText(string Name, PipelineVersion Version, string Text);
