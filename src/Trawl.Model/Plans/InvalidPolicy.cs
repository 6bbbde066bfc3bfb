namespace Trawl.Model.Plans;

/// <summary>What becomes of a record that breaks a rule.</summary>
public enum InvalidPolicy
{
    /// <summary>It is kept aside with its problems, and not published.</summary>
    Quarantine,

    /// <summary>It is counted and forgotten.</summary>
    Drop,

    /// <summary>The run stops and ends as failed.</summary>
    Fail,
}
