namespace Trawl.Storage.Outputs;

/// <summary>Which records of a run a file holds, and what it says of each.</summary>
public enum DatasetPart
{
    /// <summary>The published ones, as they were extracted.</summary>
    Published,

    /// <summary>Those set aside too; each says which it is in <c>_status</c> and <c>_problems</c>.</summary>
    WithQuarantined,

    /// <summary>
    /// Those that are not as they were in the earlier run; each says what became of it in <c>_change</c>, and, where it changed,
    /// what it was in <c>_before</c>.
    /// </summary>
    Changes,
}
