using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Connections;

/// <summary>What stands before and around a message's body: its frame's type and id, and up to 8 bytes of the protocol's own.</summary>
internal readonly record struct Outgoing(
    FrameType Type, ulong Id, ulong Prologue = 0, int PrologueSize = 0, bool MayExceedQueue = false, FrameFlags Flags = FrameFlags.None);
