namespace Trawl.Model.Plans;

/// <summary>How a run is compared with earlier runs of its pipeline.</summary>
public sealed record DriftPlan
{
    /// <summary>Whether it is compared at all.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Earlier completed runs to compare with, 1 to 50.</summary>
    public int Runs { get; init; } = 5;

    /// <summary>Values, records or pages below which nothing is judged, 1 to 1,000,000.</summary>
    public int Least { get; init; } = 20;

    /// <summary>Smallest change of a share that counts, in per cent of the whole, 1 to 100.</summary>
    public int Change { get; init; } = 10;

    /// <summary>What is not judged: <c>book.price</c> a field, <c>book</c> a record type with all its fields.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Runs that were accepted before this are not compared with: what changed then is meant. Null for all.</summary>
    public DateTimeOffset? Since { get; init; }
}
