namespace Trawl.Api.Fixtures;

/// <summary>Asks for a test case made of a recorded page.</summary>
public sealed record WriteFixtureRequest
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The page, an absolute http or https URL in any spelling.</summary>
    public required string Url { get; init; }

    /// <summary>The test case's name, a folder's name; null to make one of the URL's path.</summary>
    public string? Name { get; init; }

    /// <summary>The pipeline's file, beside which test cases are kept; null for the file the run was started from.</summary>
    public string? Pipeline { get; init; }
}
