namespace Trawl.Api.Replaying;

/// <summary>What became of a record.</summary>
public enum DiffKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It has other values.</summary>
    Changed,
}
