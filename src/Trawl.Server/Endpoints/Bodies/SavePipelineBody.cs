namespace Trawl.Server.Endpoints.Bodies;

/// <summary>A pipeline to save.</summary>
/// <param name="Text">The YAML text, up to 1 MiB.</param>
/// <param name="Note">What its author says of it, up to 500 characters.</param>
public sealed record SavePipelineBody(string Text, string? Note = null);
