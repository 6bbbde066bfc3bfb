namespace Trawl.Sdk.Wire;

/// <summary>What a message is (docs/formats/worker-protocol.md, section "Messages"). Values never change their meaning.</summary>
internal enum WireOp : byte
{
    /// <summary>Nothing: never sent.</summary>
    None = 0,

    /// <summary>Engine: who you are to be, with which settings and grants.</summary>
    Open = 1,

    /// <summary>Worker: who I am and what I can do.</summary>
    Opened = 2,

    /// <summary>Engine: do this.</summary>
    Call = 3,

    /// <summary>Worker: done, and here it is.</summary>
    Answer = 4,

    /// <summary>Either: it failed.</summary>
    Failure = 5,

    /// <summary>Worker: a line for the log.</summary>
    Log = 6,

    /// <summary>Worker: fetch this for me. Only while it works on a call.</summary>
    Fetch = 7,

    /// <summary>Engine: the answer to <see cref="Fetch"/>.</summary>
    Fetched = 8,

    /// <summary>Engine: are you there? Only between calls.</summary>
    Ping = 9,

    /// <summary>Worker: the answer to <see cref="Ping"/>.</summary>
    Pong = 10,

    /// <summary>Engine: nothing more comes; end yourself.</summary>
    Close = 11,
}
