namespace Trawl.Api.Fixtures;

/// <summary>What came of a pipeline's test cases.</summary>
/// <param name="Folder">Where they are.</param>
/// <param name="Cases">The test cases, by name.</param>
/// <param name="Seconds">Seconds it took.</param>
public sealed record TestPipelineResponse(string Folder, IReadOnlyList<TestedCase> Cases, double Seconds);
