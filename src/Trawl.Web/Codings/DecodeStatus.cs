namespace Trawl.Web.Codings;

/// <summary>How decoding a body ended.</summary>
public enum DecodeStatus
{
    /// <summary>All of the body was decoded.</summary>
    Ok,

    /// <summary>The decoded body is larger than a limit allows; decoding stopped there.</summary>
    TooLarge,

    /// <summary>The body is cut off or is not what its coding says.</summary>
    Corrupt,

    /// <summary>The header names a coding that is not known here; nothing was decoded.</summary>
    UnknownCoding,
}
