namespace Trawl.Ipc.Frames;

/// <summary>Properties of a frame (docs/formats/ipc.md, section "Flags").</summary>
[Flags]
public enum FrameFlags : byte
{
    /// <summary>A fragment in the middle of a message.</summary>
    None = 0,

    /// <summary>The message begins here.</summary>
    First = 1,

    /// <summary>The message ends here.</summary>
    Last = 2,

    /// <summary>A whole message in one frame.</summary>
    Whole = First | Last,

    /// <summary>The message is compressed with the codec that was negotiated.</summary>
    Compressed = 4,

    /// <summary>The checksum covers the header only; allowed where both ends agreed to it.</summary>
    HeaderChecksum = 8,
}
