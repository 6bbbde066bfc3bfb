namespace Trawl.Api.Fixtures;

/// <summary>What came of one test case.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its page.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Differences">What is not as expected, at most 1,000; before an update, for one that was updated.</param>
/// <param name="Error">Why it could not be run; null when it could.</param>
public sealed record TestedCase(
    string Name,
    string Url,
    TestOutcome Outcome,
    IReadOnlyList<FixtureDifference> Differences,
    string? Error);
