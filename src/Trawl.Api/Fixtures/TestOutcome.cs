namespace Trawl.Api.Fixtures;

/// <summary>What came of a test case.</summary>
public enum TestOutcome
{
    /// <summary>All is as expected.</summary>
    Passed,

    /// <summary>Something is not.</summary>
    Failed,

    /// <summary>Something was not, and is expected from now on.</summary>
    Updated,

    /// <summary>Its files cannot be read.</summary>
    Broken,
}
