using Trawl.Engine.Crash;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Store;

namespace Trawl.Recording.Capturing;

/// <summary>
/// What waits to be written, and the thread that writes it, so that compressing and the disk are nobody's wait but the
/// commit's. Bounded in bytes: when the disk is slow, fetching waits. After an error nothing more is written: nobody
/// knows what reached the disk.
/// </summary>
internal sealed class CaptureQueue : IDisposable
{
    /// <summary>Fewer bytes than this wait for company or for a commit: waking a thread costs more than they do.</summary>
    private const long WorthWaking = 128 << 10;

    private readonly object _gate = new();
    private readonly CaptureOptions _options;
    private readonly CaptureWriter _writer;
    private Thread? _thread;
    private List<PendingExchange> _waiting = [];
    private TaskCompletionSource<IReadOnlyList<CaptureFile>>? _flush;
    private TaskCompletionSource? _room;
    private long _bytes;
    private Exception? _failure;
    private bool _isClosing;

    public CaptureQueue(CaptureOptions options) => (_options, _writer) = (options, new CaptureWriter(options));

    /// <summary>Goes on behind what is committed; once, before the first exchange.</summary>
    public void GoOn(IReadOnlyList<CaptureFile> committed)
    {
        _writer.GoOn(committed);
        if (!_options.Inline)
        {
            _thread = new Thread(Run) { IsBackground = true, Name = "trawl capture" };
            _thread.Start();
        }
    }

    /// <summary>Takes an exchange; waits while too much waits already.</summary>
    public async ValueTask<CapturedExchange> AddAsync(FetchRequest request, FetchResult result, CancellationToken cancellationToken)
    {
        while (WaitForRoom() is { } room)
        {
            await room.WaitAsync(cancellationToken);
        }

        var exchange = new PendingExchange(request, result);
        Add(exchange);
        return exchange;
    }

    /// <summary>Returns when all exchanges taken so far are on the disk: the files that grew.</summary>
    /// <exception cref="RunStoreException">They cannot be written.</exception>
    public Task<IReadOnlyList<CaptureFile>> FlushAsync()
    {
        var done = new TaskCompletionSource<IReadOnlyList<CaptureFile>>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _flush = done;
            Monitor.Pulse(_gate);
        }

        if (_options.Inline)
        {
            WriteAll();
        }

        return done.Task;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isClosing = true;
            Monitor.Pulse(_gate);
        }

        _thread?.Join();
        _flush?.TrySetCanceled();
        foreach (var exchange in _waiting)
        {
            exchange.LetGo();
        }

        _writer.Dispose();
    }

    private Task? WaitForRoom()
    {
        lock (_gate)
        {
            if (_bytes < _options.MaxQueuedBytes || _failure is not null || _options.Inline)
            {
                return null;
            }

            _room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _room.Task;
        }
    }

    private void Add(PendingExchange exchange)
    {
        lock (_gate)
        {
            if (_failure is not null)
            {
                // The next commit says so.
                exchange.LetGo();
                return;
            }

            _waiting.Add(exchange);
            _bytes += exchange.Size;
            if (_bytes >= WorthWaking)
            {
                Monitor.Pulse(_gate);
            }
        }
    }

    private void Run()
    {
        while (WaitForWork())
        {
            WriteAll();
        }
    }

    private bool WaitForWork()
    {
        lock (_gate)
        {
            while (_flush is null && _bytes < WorthWaking && !_isClosing)
            {
                Monitor.Wait(_gate);
            }

            return !_isClosing;
        }
    }

    private void WriteAll()
    {
        List<PendingExchange> batch;
        TaskCompletionSource<IReadOnlyList<CaptureFile>>? flush;
        lock (_gate)
        {
            (batch, _waiting) = (_waiting, []);
            (flush, _flush) = (_flush, null);
        }

        try
        {
            Write(batch);
            flush?.SetResult(Flush());
        }
        catch (Exception error)
        {
            Fail(error, batch);
            flush?.SetException(_failure!);
        }
    }

    private void Write(List<PendingExchange> batch)
    {
        if (_failure is not null)
        {
            throw _failure;
        }

        foreach (var exchange in batch)
        {
            _writer.Write(exchange);
            MakeRoom(exchange.Size);
        }
    }

    private IReadOnlyList<CaptureFile> Flush()
    {
        var files = _writer.Flush();
        CrashPoints.Reach(CrashPoint.CaptureFlushed);
        return files;
    }

    private void MakeRoom(long bytes)
    {
        lock (_gate)
        {
            _bytes -= bytes;
            if (_room is not null && _bytes < _options.MaxQueuedBytes / 2)
            {
                _room.SetResult();
                _room = null;
            }
        }
    }

    private void Fail(Exception error, List<PendingExchange> batch)
    {
        lock (_gate)
        {
            _failure ??= error is IOException or UnauthorizedAccessException or InvalidDataException
                ? CaptureErrors.Unwritable(_options.Folder, error)
                : error;
            _bytes = 0;
            _room?.SetResult();
            _room = null;
        }

        foreach (var exchange in batch.Where(e => e.Row is null))
        {
            exchange.LetGo();
        }
    }
}
