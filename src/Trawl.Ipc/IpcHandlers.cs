using Trawl.Ipc.Calls;

namespace Trawl.Ipc;

/// <summary>Which method is served how. Filled first, then given to a server or a connection, then left alone.</summary>
public sealed class IpcHandlers
{
    /// <summary>The highest number a method of an application may have.</summary>
    public const ushort MaxMethod = 0xFEFF;

    private readonly Dictionary<ushort, MethodHandler> _handlers = [];

    /// <summary>Serves a method on the thread that reads, in place: for work of microseconds that never waits.</summary>
    public IpcHandlers OnInline(ushort method, IpcInlineHandler handler) => Add(method, new InlineHandler(handler));

    /// <summary>Serves a method on the thread that reads: for work of microseconds that never waits.</summary>
    public IpcHandlers OnInline<TRequest, TReply>(IpcMethod<TRequest, TReply> method, Func<TRequest, IpcResult<TReply>> handler) =>
        Add(method.Id, new TypedInlineHandler<TRequest, TReply>(method, handler));

    /// <summary>Serves calls (and one-way messages, whose reply is dropped) on the thread pool.</summary>
    public IpcHandlers OnCall<TRequest, TReply>(IpcMethod<TRequest, TReply> method,
        Func<TRequest, IpcCall, ValueTask<IpcResult<TReply>>> handler) =>
        Add(method.Id, new UnaryHandler<TRequest, TReply>(method, handler));

    /// <summary>Answers one request with a stream of items. A returned error ends the stream with it.</summary>
    public IpcHandlers OnStream<TRequest, TItem>(
        IpcMethod<TRequest, TItem> method, Func<TRequest, IpcStreamWriter<TItem>, IpcCall, ValueTask<IpcError?>> handler) =>
        Add(method.Id, new StreamHandler<TRequest, TItem>(method, handler));

    /// <summary>Answers a stream of items with one reply.</summary>
    public IpcHandlers OnUpload<TItem, TReply>(
        IpcMethod<TItem, TReply> method, Func<IAsyncEnumerable<TItem>, IpcCall, ValueTask<IpcResult<TReply>>> handler) =>
        Add(method.Id, new UploadHandler<TItem, TReply>(method, handler));

    /// <summary>Items both ways.</summary>
    public IpcHandlers OnDuplex<TItem, TReply>(
        IpcMethod<TItem, TReply> method, Func<IAsyncEnumerable<TItem>, IpcStreamWriter<TReply>, IpcCall, ValueTask<IpcError?>> handler) =>
        Add(method.Id, new DuplexHandler<TItem, TReply>(method, handler));

    internal MethodHandler? Find(ushort method) => _handlers.GetValueOrDefault(method);

    private IpcHandlers Add(ushort method, MethodHandler handler)
    {
        if (method is 0 or > MaxMethod)
            throw new ArgumentOutOfRangeException(nameof(method), method, $"Methods have numbers from 1 to {MaxMethod}.");
        if (!_handlers.TryAdd(method, handler)) throw new ArgumentException($"Method {method} has a handler already.", nameof(method));
        return this;
    }
}
