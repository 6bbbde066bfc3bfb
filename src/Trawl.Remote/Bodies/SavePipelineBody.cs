namespace Trawl.Remote.Bodies;

internal sealed record SavePipelineBody(string Text, string? Note);
