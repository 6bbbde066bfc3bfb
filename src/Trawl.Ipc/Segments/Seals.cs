namespace Trawl.Ipc.Segments;

/// <summary>Seals of a memory file (memfd_create(2), fcntl(2)): what nobody can do any more.</summary>
internal static class Seals
{
    public const int NoMoreSeals = 1;
    public const int NoShrinking = 2;
    public const int NoGrowing = 4;

    /// <summary>What a segment must have before it is mapped: a peer that could shrink it could kill this process (SIGBUS).</summary>
    public const int Required = NoMoreSeals | NoShrinking | NoGrowing;
}
