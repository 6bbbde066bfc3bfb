namespace Trawl.Model.Plans;

/// <summary>A header to send.</summary>
/// <param name="Name">Field name.</param>
/// <param name="Value">
/// Field value. <c>${env:NAME}</c> stays as written, so that no secret is stored with the plan; it is replaced when
/// the run starts.
/// </param>
public sealed record HeaderPlan(string Name, string Value);
