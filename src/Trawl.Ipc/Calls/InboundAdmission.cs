namespace Trawl.Ipc.Calls;

/// <summary>Whether a call of the peer is let in.</summary>
internal enum InboundAdmission
{
    /// <summary>It is.</summary>
    Admitted,

    /// <summary>Too many are being served.</summary>
    Full,

    /// <summary>Its id is in use.</summary>
    Duplicate,
}
