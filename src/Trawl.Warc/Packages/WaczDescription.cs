namespace Trawl.Warc.Packages;

/// <summary>What <c>datapackage.json</c> says about the package as a whole (WACZ 1.1.1).</summary>
public sealed record WaczDescription
{
    /// <summary>When it was made. Also the date of the files inside, so that equal input gives equal bytes.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The program that made it.</summary>
    public required string Software { get; init; }

    /// <summary>A title for people, or null.</summary>
    public string? Title { get; init; }
}
