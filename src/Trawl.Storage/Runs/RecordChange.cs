namespace Trawl.Storage.Runs;

/// <summary>What became of a record since an earlier run. The numbers are stored.</summary>
internal enum RecordChange
{
    New = 0,
    Changed = 1,
    Gone = 2,

    /// <summary>Never stored: most are.</summary>
    Unchanged = 3,
}
