namespace Trawl.Ipc.Calls;

/// <summary>Properties of a call that its first frame tells.</summary>
[Flags]
internal enum RequestFlags : ushort
{
    None = 0,

    /// <summary>The caller will send items and then End.</summary>
    Uploads = 1,
}
