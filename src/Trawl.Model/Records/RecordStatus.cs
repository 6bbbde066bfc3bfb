namespace Trawl.Model.Records;

/// <summary>What became of an extracted record. The numbers are stored and never reused.</summary>
public enum RecordStatus
{
    /// <summary>Valid; published unless another record has the same key and comes first.</summary>
    Kept = 0,

    /// <summary>Invalid and kept aside with its problems.</summary>
    Quarantined = 1,

    /// <summary>Invalid and only counted.</summary>
    Dropped = 2,
}
