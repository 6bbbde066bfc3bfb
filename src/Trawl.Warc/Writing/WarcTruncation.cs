namespace Trawl.Warc.Writing;

/// <summary>Why a block is not whole (ISO 28500:2017 §5.15).</summary>
public enum WarcTruncation
{
    /// <summary>It is whole.</summary>
    None,

    /// <summary>It was longer than wanted.</summary>
    Length,

    /// <summary>It took longer than wanted.</summary>
    Time,

    /// <summary>The connection ended too early.</summary>
    Disconnect,

    /// <summary>Another reason, or nobody knows.</summary>
    Unspecified,
}
