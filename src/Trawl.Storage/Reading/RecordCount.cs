namespace Trawl.Storage.Reading;

/// <summary>Records of one type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Kept">Valid ones; less those that lost a unique value, once that was decided.</param>
/// <param name="Merged">Those of them that are not published because a record before them has their key.</param>
/// <param name="Quarantined">Set aside.</param>
/// <param name="Dropped">Only counted.</param>
public sealed record RecordCount(string Type, long Kept, long Merged, long Quarantined, long Dropped)
{
    /// <summary>Records in the dataset; before the outputs are written, the most there can be.</summary>
    public long Published => Kept - Merged;
}
