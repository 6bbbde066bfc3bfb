namespace Trawl.Ipc.Frames;

/// <summary>What was wrong with a frame or the position of one. Each closes the connection it came from, and only that.</summary>
public enum FrameFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A position outside the ring or not a multiple of 8.</summary>
    Position,

    /// <summary>Not the magic number or not the version of this library.</summary>
    Magic,

    /// <summary>A length that does not fit where the frame stands, or is over the limit.</summary>
    Length,

    /// <summary>The checksum is not that of header and payload.</summary>
    Checksum,

    /// <summary>A type, flag or order of frames that the format forbids here.</summary>
    Sequence,

    /// <summary>More than was granted: bytes of a stream, open calls, memory for fragments.</summary>
    Excess,

    /// <summary>A compressed message that does not become what it announces.</summary>
    Compression,
}
