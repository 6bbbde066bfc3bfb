namespace Trawl.Model.Drift;

/// <summary>What comparing a run with earlier ones came to.</summary>
public enum DriftState
{
    /// <summary>The pipeline says <c>drift: off</c>, or the run did not complete.</summary>
    NotJudged,

    /// <summary>There is no earlier run to compare with.</summary>
    NothingToCompare,

    /// <summary>Nothing got worse beyond chance.</summary>
    None,

    /// <summary>Something did.</summary>
    Drifted,
}
