using Trawl.Api;
using Trawl.Api.Errors;
using Trawl.Hosting.Home;
using Trawl.Hosting.Wire;

namespace Trawl.Hosting.Running;

/// <summary>
/// Who executes runs in this home: this process, once it has the lock, or the one that has it. Asked before every call,
/// because the answer changes when a process dies.
/// </summary>
internal sealed class EngineSeat(HomeFolder home, string command, TimeProvider clock, Func<EngineDesk> makeDesk) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private HomeLock? _lock;
    private WireServer? _server;
    private EngineDesk? _desk;
    private string? _socket;
    private bool _isDisposed;

    /// <summary>The desk of this process; null while it is not the engine.</summary>
    public EngineDesk? Own => _desk;

    /// <summary>The engine's desk when it is ours, else a way to call it; neither when it cannot be called yet.</summary>
    /// <exception cref="IOException">The home cannot be used.</exception>
    public async Task<(EngineDesk? Own, WireCaller? Other)> FindAsync(ITrawlClient self, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_desk is not null || TryTake(self))
            {
                return (_desk, null);
            }
        }
        finally
        {
            _gate.Release();
        }

        return (null, HomeLock.ReadHolder(home)?.Socket is { } socket ? new WireCaller(socket) : null);
    }

    /// <summary>A way to call the process that has the engine; null when that is this one, or nobody. Takes nothing.</summary>
    public WireCaller? Other() => _desk is null && HomeLock.ReadHolder(home)?.Socket is { } socket ? new WireCaller(socket) : null;

    /// <summary>The refusal when the engine has not answered for too long.</summary>
    public ApiError NotAnswering()
    {
        var holder = HomeLock.ReadHolder(home);
        return new ApiError(
            ApiErrorKind.Unavailable,
            $"The home \"{home.Root}\" is owned by {holder?.ToString() ?? "another process"}, which does not answer.",
            holder is null
                ? "Wait for it, or use another home with --home."
                : $"Wait for it, end it with \"kill {holder.Pid}\", or use another home with --home.");
    }

    /// <summary>Hangs up on others first, so that they take over what is stopped next; then gives the home free.</summary>
    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        try
        {
            _isDisposed = true;
            if (_desk is null)
            {
                return;
            }

            await _server!.DisposeAsync();
            await _desk.CloseAsync();
            SocketPlace.Clear(home, _socket);
            _lock!.Dispose();
        }
        finally
        {
            _gate.Release();
        }
    }

    private bool TryTake(ITrawlClient self)
    {
        if (HomeLock.TryTake(home) is not { } taken)
        {
            return false;
        }

        try
        {
            SocketPlace.Clear(home, taken.Before?.Socket);
            _socket = SocketPlace.Choose(home);
            var socket = SocketPlace.Listen(home, _socket);
            taken.Write(new LockHolder(Environment.ProcessId, clock.GetUtcNow(), _socket, command));
            _desk = makeDesk();
            _server = new WireServer(socket, self);
            _lock = taken;
            return true;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }
}
