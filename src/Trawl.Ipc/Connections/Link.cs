using System.Diagnostics;
using Trawl.Ipc.Calls;
using Trawl.Ipc.Compression;
using Trawl.Ipc.Diagnostics;
using Trawl.Ipc.Dispatching;
using Trawl.Ipc.Frames;
using Trawl.Ipc.Handshakes;
using Trawl.Ipc.Native;
using Trawl.Ipc.Transports;
using Trawl.Ipc.Waiting;

namespace Trawl.Ipc.Connections;

/// <summary>
/// A connection that speaks calls: the same on both ends. Frames are read by whoever holds the pump, a dispatcher's thread
/// or a caller that waits for its own reply; they are written by anybody.
/// </summary>
internal sealed partial class Link : Dispatched
{
    private readonly Transport _transport;
    private readonly FrameConsumer _consumer;
    private readonly Agreement _agreement;
    private readonly IpcOptions _options;
    private readonly IpcHandlers? _handlers;
    private readonly bool _isServer;
    private readonly Dispatcher _dispatcher;
    private readonly PumpLock _pump = new();
    private readonly AdaptiveSpin _spin;
    private readonly Compressor? _compressor;
    private readonly Assembler _assembler;
    private readonly TaskCompletionSource<IpcError> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IpcError? _error;
    private int _holders = 2;

    public Link(Transport transport, Agreement agreement, IpcOptions options, IpcHandlers? handlers, bool isServer, Dispatcher dispatcher)
    {
        (_transport, _consumer, _agreement, _options) = (transport, transport.Consumer, agreement, options);
        (_handlers, _isServer, _dispatcher) = (handlers, isServer, dispatcher);
        _spin = new(options.Waiting, options.SpinLimit, Counters);
        _assembler = new(agreement.MaxMessageBytes, options.MaxAssemblyBytes);
        Calls = new(isServer, options.MaxCalls);

        // A call counts here for a moment longer than at the end that opened it.
        Inbound = new(2 * options.MaxCalls);
        _compressor = Compressor.For(agreement.Features);
        _consumer.AllowedFlags = AllowedBy(agreement.Features);
        transport.Producer.ChecksHeaderOfLarge = (agreement.Features & Features.HeaderChecksum) != 0;
        Sender = new(transport, agreement.MaxMessageBytes, options.MaxQueuedBytes, Counters, _compressor, options.CompressAbove)
        {
            Stalled = Serve, Released = LetGo,
        };
    }

    public override UnixSocket Socket => _transport.Socket;

    public override bool WantsRoom => Sender.HasQueued;

    public IpcCounters Counters { get; } = new();

    public FrameSender Sender { get; }

    public CallTable Calls { get; }

    public InboundCalls Inbound { get; }

    public Transport Transport => _transport;

    public Agreement Agreement => _agreement;

    public IpcOptions Options => _options;

    public IpcError? Error => Volatile.Read(ref _error);

    /// <summary>Done with the reason when the connection is over and nobody waits on it any more.</summary>
    public Task<IpcError> Closed => _closed.Task;

    /// <summary>Who owns this link, for handlers.</summary>
    public IpcConnection Owner { get; set; } = null!;

    /// <summary>Begins to look after the socket.</summary>
    public void Start()
    {
        _watchesBells = _isServer || _handlers is not null;
        if (!_options.IsUnobserved) LiveConnections.Add(this);
        _dispatcher.Add(this, WatchedEvents);
        if (_watchesBells)
        {
            _dispatcher.Activate(this);
            return;
        }

        // The first caller usually comes at once and reads for itself; the tick takes over where none comes.
        _isLingering = true;
        WantTicks();
    }

    /// <summary>Ends the connection: once, by anybody, at any time.</summary>
    public void Fail(IpcError error)
    {
        if (Interlocked.CompareExchange(ref _error, error, null) is not null) return;
        _transport.Socket.Shutdown();
        Sender.Close();

        // When somebody else reads, the mark makes them look, find the error and finish.
        if (_pump.TryEnter()) Finish();
    }

    public void Corrupt(FrameFault fault)
    {
        Counters.Corrupted();
        Fail(new(IpcErrorCode.Corrupt, $"The peer sent what the format forbids ({fault}); the connection was closed."));
    }

    public override void OnFailed(Exception exception)
    {
        _options.OnHandlerException?.Invoke(exception);
        Fail(new(IpcErrorCode.HandlerFailed, $"Serving the connection failed with {exception.GetType().Name}; it was closed."));
    }

    public override void OnStopped()
    {
        Fail(new(IpcErrorCode.Closed, "This end stopped serving."));
        if (IsActive) Finish();
    }

    // The pump is held, and is never given back.
    private void Finish()
    {
        _dispatcher.Remove(this);
        LiveConnections.Remove(this);
        Calls.FailAll(_error!);
        Inbound.CancelAll();
        _assembler.Dispose();
        LetGo();
        _closed.TrySetResult(_error!);
    }

    private void LetGo()
    {
        if (Interlocked.Decrement(ref _holders) == 0) _transport.Dispose();
    }

    private uint WatchedEvents
    {
        get
        {
            var bells = _watchesBells ? Epoll.In : 0;
            return bells | (_transport.Kind == IpcTransport.Socket ? Epoll.Out : 0) | Epoll.Gone | Epoll.EdgeTriggered;
        }
    }

    private static long DeadlineOf(TimeSpan timeout) =>
        timeout == Timeout.InfiniteTimeSpan ? long.MaxValue : Stopwatch.GetTimestamp() + (long)(timeout.TotalSeconds * Stopwatch.Frequency);
}
