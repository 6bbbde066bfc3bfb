using System.Collections.Concurrent;

namespace Trawl.Storage.Runs;

/// <summary>Runs work on one thread of its own, so that the caller's loop goes on while the disk is busy.</summary>
internal sealed class CommitThread : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;

    internal CommitThread()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "trawl commits" };
        _thread.Start();
    }

    internal Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() => Complete(work, done));
        return done.Task;
    }

    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }

    private static void Complete<T>(Func<T> work, TaskCompletionSource<T> done)
    {
        try
        {
            done.SetResult(work());
        }
        catch (Exception error)
        {
            done.SetException(error);
        }
    }

    private void Run()
    {
        foreach (var work in _work.GetConsumingEnumerable())
        {
            work();
        }
    }
}
