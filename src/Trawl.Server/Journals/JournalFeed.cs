using Trawl.Api;
using Trawl.Api.Errors;
using Trawl.Api.Journal;

namespace Trawl.Server.Journals;

/// <summary>
/// The end of one run's journal, read once for all who follow it: a thousand followers cost two queries a second, a few ten.
/// The more there are, the more each of them gets at once: waking them is what costs. Who is further back than what is kept
/// here reads the store themselves until they have caught up.
/// </summary>
internal sealed class JournalFeed(ITrawlClient client, string runId, TimeProvider clock)
{
    private const int Kept = 4_096;
    private const int Page = 1_000;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_pauseForEach = TimeSpan.FromMilliseconds(0.4);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(1);

    private readonly Lock _turn = new();
    private readonly List<JournalFrame> _frames = [];
    private TaskCompletionSource _news = NewSignal();
    private long _last;
    private bool _isComplete;
    private int _followers;
    private bool _isReading;

    /// <summary>Whether the journal could not be read; followers are sent away and come back with the number they have.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Frames behind a number that are at hand; empty when there are none, null when they must be read from the store.</summary>
    public IReadOnlyList<JournalFrame>? After(long sequence, out bool isComplete, out Task news)
    {
        lock (_turn)
        {
            (isComplete, news) = (_isComplete && sequence >= _last, _news.Task);
            if (sequence >= _last)
            {
                return [];
            }

            // The journal's numbers have no gap, so a number says where its event stands.
            return _frames is [var oldest, ..] && oldest.Sequence <= sequence + 1
                ? _frames[(int)(sequence + 1 - oldest.Sequence)..]
                : null;
        }
    }

    /// <summary>A follower comes; the first one sets the reading going.</summary>
    public void Join(long from, CancellationToken closing)
    {
        lock (_turn)
        {
            _followers++;
            if (!_isReading)
            {
                _isReading = true;
                _last = Math.Max(_last, from);
                _ = Task.Run(() => GuardAsync(closing), CancellationToken.None);
            }
        }
    }

    /// <summary>A follower goes; without any, nothing is read.</summary>
    public void Leave()
    {
        lock (_turn)
        {
            _followers--;
        }
    }

    private async Task GuardAsync(CancellationToken closing)
    {
        try
        {
            await ReadAsync(closing);
        }
        catch (Exception)
        {
            Break();
        }
    }

    private async Task ReadAsync(CancellationToken closing)
    {
        while (IsWanted())
        {
            var page = (await client.ReadJournalAsync(new ReadJournalRequest(runId, _last, Page), closing)).Value;
            if (Take(page))
            {
                return;
            }

            if (page.Events.Count < Page)
            {
                await Task.Delay(Pause(), clock, closing);
            }
        }
    }

    private TimeSpan Pause()
    {
        var pause = s_pause + (s_pauseForEach * Volatile.Read(ref _followers));
        return pause < s_longestPause ? pause : s_longestPause;
    }

    private bool IsWanted()
    {
        lock (_turn)
        {
            return _isReading = _followers > 0;
        }
    }

    private void Break()
    {
        lock (_turn)
        {
            IsBroken = true;
            _news.TrySetResult();
        }
    }

    /// <summary>Takes a page in; true when nothing will follow.</summary>
    private bool Take(JournalPage page)
    {
        lock (_turn)
        {
            foreach (var item in page.Events)
            {
                _frames.Add(JournalFrame.Of(item));
            }

            if (_frames.Count > 2 * Kept)
            {
                _frames.RemoveRange(0, _frames.Count - Kept);
            }

            (_last, _isComplete) = (page.Last, page.IsComplete);
            if (page.Events.Count > 0 || _isComplete)
            {
                _news.TrySetResult();
                _news = NewSignal();
            }

            _isReading = !_isComplete;
            return _isComplete;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
