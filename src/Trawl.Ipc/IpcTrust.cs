namespace Trawl.Ipc;

/// <summary>How far the other process is believed.</summary>
public enum IpcTrust
{
    /// <summary>Payloads are copied once before they are checked and read: the peer cannot change them in between. The default.</summary>
    CopyBeforeRead,

    /// <summary>Payloads are read where they are. For a peer that is as trusted as this process itself.</summary>
    InPlace,
}
