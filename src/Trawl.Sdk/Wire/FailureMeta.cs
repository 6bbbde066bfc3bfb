namespace Trawl.Sdk.Wire;

/// <summary>A call that failed as a whole.</summary>
/// <param name="Message">Why, for people.</param>
internal sealed record FailureMeta(string Message);
