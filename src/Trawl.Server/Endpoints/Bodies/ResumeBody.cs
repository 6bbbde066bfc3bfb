namespace Trawl.Server.Endpoints.Bodies;

/// <summary>How a run is to go on.</summary>
/// <param name="Environment">Values for the <c>${env:NAME}</c> of the plan's headers; null for none.</param>
internal sealed record ResumeBody(IReadOnlyDictionary<string, string>? Environment = null);
