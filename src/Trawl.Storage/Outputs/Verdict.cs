namespace Trawl.Storage.Outputs;

/// <summary>Why a kept record is not in the dataset. The numbers are stored and never reused.</summary>
internal enum Verdict
{
    /// <summary>Another record with its key comes first.</summary>
    Merged = 1,

    /// <summary>A value that must be unique stands in a record before it; kept aside.</summary>
    Quarantined = 2,

    /// <summary>As above, and only counted.</summary>
    Dropped = 3,
}
