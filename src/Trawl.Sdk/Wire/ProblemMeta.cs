namespace Trawl.Sdk.Wire;

/// <summary>One thing that is wrong with a record.</summary>
internal sealed record ProblemMeta(string Field, string Rule, string Message);
