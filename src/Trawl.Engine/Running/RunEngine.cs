using Trawl.Engine.Seams.Store;

namespace Trawl.Engine.Running;

/// <summary>
/// Executes one run until it ends, is stopped or its store fails. Starting and recovering are the same path: open the
/// store, go on with what is there.
/// </summary>
public sealed class RunEngine(RunEngineOptions options)
{
    private volatile RunLoop? _loop;
    private volatile bool _cancelRequested;

    /// <summary>Runs. Once in the life of an engine.</summary>
    /// <param name="stopGracefully">Begin nothing new, finish what is under way, save, end as Interrupted.</param>
    /// <param name="stopNow">The same without waiting: exchanges under way are broken off and go back to the frontier.</param>
    /// <exception cref="RunFencedException">A newer engine has the run.</exception>
    /// <exception cref="RunStoreException">The store cannot write; the run can be resumed from the last commit.</exception>
    public async Task<RunResult> RunAsync(CancellationToken stopGracefully, CancellationToken stopNow)
    {
        // Not broken off by a stop: it takes milliseconds, and behind it the stop can be written down.
        var opening = await options.Store.OpenAsync(options.Clock.GetUtcNow(), CancellationToken.None);
        var loop = new RunLoop(options, opening);
        _loop = loop;
        if (_cancelRequested)
        {
            loop.RequestCancel();
        }

        using var graceful = stopGracefully.Register(loop.RequestStop);
        using var now = stopNow.Register(loop.RequestStopNow);
        return await loop.RunAsync();
    }

    /// <summary>Ends the run as Cancelled with what was collected so far. May be called from any thread, at any time.</summary>
    public void RequestCancel()
    {
        _cancelRequested = true;
        _loop?.RequestCancel();
    }
}
