using Microsoft.Playwright;
using Trawl.Engine.Seams.Rendering;

namespace Trawl.Browser.Tabs;

/// <summary>One page in one tab: what it is, what is to be said of it, and what ended it early.</summary>
internal sealed class TabVisit(RenderRequest request, CancellationToken abort)
{
    private const int MostNotes = 20;

    private readonly Lock _lock = new();
    private readonly List<string> _notes = [];
    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isServed;

    public RenderRequest Request { get; } = request;

    /// <summary>The caller's cancellation and the page's deadline in one.</summary>
    public CancellationToken Abort { get; } = abort;

    /// <summary>What is under way, for the message when its time is over.</summary>
    public string Doing { get; set; } = "opening it";

    public IReadOnlyList<string> Notes
    {
        get
        {
            lock (_lock) return [.. _notes];
        }
    }

    /// <summary>True the first time: the document is given once, every further navigation is the page's own idea.</summary>
    public bool Serve() => Interlocked.Exchange(ref _isServed, 1) == 0;

    public void Note(string note)
    {
        lock (_lock)
        {
            if (_notes.Count < MostNotes && !_notes.Contains(note)) _notes.Add(note);
        }
    }

    public void Break(Exception reason)
    {
        _broken.TrySetException(reason);
        _ = _broken.Task.Exception;
    }

    /// <summary>Waits for a call to the driver, no longer than the page may take: the driver itself may never answer.</summary>
    /// <exception cref="OperationCanceledException">The time is over, or the caller wants no more.</exception>
    /// <exception cref="PageFailedException">The page cannot be made ready.</exception>
    /// <exception cref="BrowserLostException">The browser is gone.</exception>
    public async Task<T> CallAsync<T>(Task<T> call)
    {
        var first = await Task.WhenAny(call, _broken.Task).WaitAsync(Abort).ConfigureAwait(false);
        if (first == _broken.Task)
        {
            _ = call.ContinueWith(static t => t.Exception, TaskScheduler.Default);
            await _broken.Task.ConfigureAwait(false);
        }

        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (PlaywrightException error)
        {
            throw new PageFailedException(FirstLine(error.Message));
        }
        catch (TimeoutException error)
        {
            throw new PageFailedException(FirstLine(error.Message));
        }
    }

    public Task CallAsync(Task call) => CallAsync(Wrap(call));

    private static async Task<bool> Wrap(Task call)
    {
        await call.ConfigureAwait(false);
        return true;
    }

    private static string FirstLine(string message) => message.AsSpan().Trim().ToString().Split('\n')[0].Trim().TrimEnd('.');
}
