namespace Trawl.Drift.Profiles;

/// <summary>What the records of one type looked like.</summary>
public sealed record RecordProfile
{
    /// <summary>Records in the dataset.</summary>
    public long Kept { get; init; }

    /// <summary>Invalid records, set aside or dropped.</summary>
    public long Invalid { get; init; }

    /// <summary>
    /// Fields by path (<c>offers.price</c>), over the records kept and those set aside: when a required field breaks,
    /// those are where it shows.
    /// </summary>
    public IReadOnlyDictionary<string, FieldProfile> Fields { get; init; } = new Dictionary<string, FieldProfile>();
}
