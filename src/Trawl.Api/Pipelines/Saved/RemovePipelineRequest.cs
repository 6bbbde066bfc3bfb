namespace Trawl.Api.Pipelines.Saved;

/// <summary>Takes a saved pipeline away. Its versions are kept: saved again under its name, it goes on counting.</summary>
/// <param name="Name">The pipeline.</param>
/// <param name="Expected">The version that is current, as whoever removes it believes.</param>
public sealed record RemovePipelineRequest(string Name, int Expected);
