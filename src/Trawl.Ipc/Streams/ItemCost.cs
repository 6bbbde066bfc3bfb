using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Streams;

/// <summary>What an item costs in credit: payload and header, so that empty items are not free.</summary>
internal static class ItemCost
{
    public static int Of(int payload) => payload + FrameHeader.Size;
}
