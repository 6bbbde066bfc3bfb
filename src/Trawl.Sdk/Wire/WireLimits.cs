namespace Trawl.Sdk.Wire;

/// <summary>What a message may be at most; held before anything is allocated.</summary>
internal static class WireLimits
{
    /// <summary>Bytes of a message.</summary>
    public const int Message = 256 << 20;

    /// <summary>Bytes of its JSON part.</summary>
    public const int Meta = 16 << 20;

    /// <summary>Blobs in a message.</summary>
    public const int Blobs = 200_000;

    /// <summary>Bytes before the part of a message that a frame carries.</summary>
    public const int FrameHead = 4;

    /// <summary>The flag of a frame whose message goes on in the next.</summary>
    public const byte More = 1;
}
