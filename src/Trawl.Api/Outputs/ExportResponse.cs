namespace Trawl.Api.Outputs;

/// <summary>What was exported.</summary>
/// <param name="Outputs">The files.</param>
public sealed record ExportResponse(IReadOnlyList<OutputFile> Outputs);
