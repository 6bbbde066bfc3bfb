namespace Trawl.Ipc.Frames;

/// <summary>What a frame is for (docs/formats/ipc.md, section "Types"). Values never change their meaning.</summary>
public enum FrameType : ushort
{
    /// <summary>No frame: a type that is never sent.</summary>
    None = 0,

    /// <summary>First frame of a client: version, features, sizes, token.</summary>
    Hello = 1,

    /// <summary>The server's answer to <see cref="Hello"/>; carries the memory's descriptor along.</summary>
    Welcome = 2,

    /// <summary>A message without a call around it, for users of the bare channel.</summary>
    Message = 3,

    /// <summary>A call begins.</summary>
    Request = 4,

    /// <summary>A call that gets no answer.</summary>
    OneWay = 5,

    /// <summary>The answer that ends a call.</summary>
    Response = 6,

    /// <summary>One element of a stream.</summary>
    Item = 7,

    /// <summary>No more elements in this direction.</summary>
    End = 8,

    /// <summary>The caller no longer wants the call.</summary>
    Cancel = 9,

    /// <summary>More bytes of a stream may be sent.</summary>
    Credit = 10,

    /// <summary>Are you there?</summary>
    Ping = 11,

    /// <summary>The answer to <see cref="Ping"/>.</summary>
    Pong = 12,

    /// <summary>A call, or with id 0 the connection, failed: code and text.</summary>
    Error = 13,

    /// <summary>No new calls, please; the connection will close when the running ones are done.</summary>
    GoAway = 14,

    /// <summary>Fills a ring up to its end. Carries nothing.</summary>
    Pad = 15,
}
