namespace Trawl.Sdk.Working;

/// <summary>What of a record goes back to the engine.</summary>
internal enum RecordUse
{
    /// <summary>Nothing: it was looked at.</summary>
    None,

    /// <summary>Fields that it did not have.</summary>
    New,

    /// <summary>All of it.</summary>
    All,
}
