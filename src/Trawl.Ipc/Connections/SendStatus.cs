namespace Trawl.Ipc.Connections;

/// <summary>What became of a message that was to be sent.</summary>
internal enum SendStatus
{
    /// <summary>The peer has it, or it waits in the queue for room.</summary>
    Sent,

    /// <summary>The queue is full: wait for room and try again.</summary>
    Full,

    /// <summary>It is larger than what was agreed.</summary>
    TooLarge,

    /// <summary>This end has as many open calls as it may, or the peer wants no new ones.</summary>
    TooMany,

    /// <summary>The connection is closed.</summary>
    Closed,
}
