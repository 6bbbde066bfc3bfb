using Trawl.Ipc.Calls;
using Trawl.Ipc.Codecs;

namespace Trawl.Ipc;

/// <summary>A request in place and the way to answer it, exactly once (a one-way message: not at all).</summary>
public ref struct IpcExchange
{
    private readonly InboundRequest _request;
    private bool _isReplied;

    internal IpcExchange(InboundRequest request) => _request = request;

    /// <summary>The request's body: shared memory, or a checked copy of it. Not to be kept.</summary>
    public readonly ReadOnlySpan<byte> Payload => _request.Body;

    /// <summary>The method's number.</summary>
    public readonly ushort Method => _request.Prologue.Method;

    /// <summary>True when nobody waits for an answer.</summary>
    public readonly bool IsOneWay => _request.IsOneWay;

    /// <summary>The connection it came by.</summary>
    public readonly IpcConnection Connection => _request.Link.Owner;

    /// <summary>Answers with bytes.</summary>
    public void Reply(ReadOnlySpan<byte> body)
    {
        var writer = Connections.PooledWriter.Rent();
        body.CopyTo(writer.GetSpan(body.Length));
        writer.Advance(body.Length);
        Reply(Connections.SpanCodec.Instance, new Connections.SpanSource(writer));
        writer.Trim();
    }

    /// <summary>Answers with a value, written straight to where the peer reads it.</summary>
    public void Reply<T>(IIpcCodec<T> codec, T value)
    {
        if (IsOneWay) return;
        if (_isReplied) throw new InvalidOperationException("The request was answered already.");
        Replies.Send(_request.Link, _request.Id, codec, value);
        _isReplied = true;
    }

    /// <summary>Answers with a failure.</summary>
    public void Fail(IpcError error)
    {
        if (_isReplied) throw new InvalidOperationException("The request was answered already.");
        _isReplied = true;
        _request.Refuse(error);
    }

    // The error is made only where it is needed: this is asked after every message.
    internal void EnsureReplied()
    {
        if (!_isReplied) Fail(new(IpcErrorCode.HandlerFailed, "The handler gave no answer."));
    }

    internal void FailIfOpen(IpcError error)
    {
        if (!_isReplied) Fail(error);
    }
}
