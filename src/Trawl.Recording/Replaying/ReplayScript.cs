using Trawl.Model.Journal;

namespace Trawl.Recording.Replaying;

/// <summary>
/// The recorded journal as the order of a replay: the next entry, and those behind it as far as one engine's part goes,
/// a window at a time, so that memory does not grow with the run.
/// </summary>
/// <param name="read">Reads entries behind a number, so many at most.</param>
/// <param name="after">The last entry that stands already.</param>
/// <param name="last">The last entry to take.</param>
public sealed class ReplayScript(Func<long, int, IReadOnlyList<JournalEntry>> read, long after, long last)
{
    private const int Page = 1_024;
    private const int Ahead = 2_048;
    private readonly List<JournalEntry> _window = [];
    private int _at;
    private long _read = after;
    private bool _begun;
    private bool _seesTheEnd;

    /// <summary>Told of every entry as it comes into view, in order.</summary>
    internal Action<JournalEntry>? Seen { get; set; }

    /// <summary>Number of the last entry.</summary>
    public long Last { get; } = last;

    /// <summary>The next entry; null when there is none left.</summary>
    public JournalEntry? Head
    {
        get
        {
            Fill();
            return _at < _window.Count ? _window[_at] : null;
        }
    }

    /// <summary>Whether the next entry is another engine's, or there is none.</summary>
    public bool IsPartOver => Head is not { } head || (_begun && head.Kind == JournalKind.RunStarted);

    /// <summary>The next look at a host's robots.txt behind an entry, in view or not; null when this engine's part has none.</summary>
    internal JournalEntry? NextLook(string host, long behind)
    {
        while (behind < Last)
        {
            foreach (var entry in read(behind, (int)Math.Min(Page, Last - behind)))
            {
                if (entry.Kind == JournalKind.RunStarted)
                {
                    return null;
                }

                if (entry.Kind == JournalKind.RobotsFetched && EntryData.Text(entry, "host") == host)
                {
                    return entry;
                }

                behind = entry.Sequence;
            }
        }

        return null;
    }

    internal void Next()
    {
        _begun = true;
        _at++;
        if (_at >= Page)
        {
            _window.RemoveRange(0, _at);
            _at = 0;
        }

        Fill();
    }

    /// <summary>Goes on with the next engine's part.</summary>
    internal void BeginPart()
    {
        _begun = false;
        _seesTheEnd = false;
        for (var i = _at; i < _window.Count && !_seesTheEnd; i++)
        {
            Show(_window[i], i == _at);
        }

        Fill();
    }

    private void Fill()
    {
        while (_window.Count - _at < Ahead && ReadPage())
        {
        }
    }

    private bool ReadPage()
    {
        if (_read >= Last)
        {
            return false;
        }

        foreach (var entry in read(_read, (int)Math.Min(Page, Last - _read)))
        {
            var isFirst = _window.Count == _at && !_begun;
            _window.Add(entry);
            _read = entry.Sequence;
            if (!_seesTheEnd)
            {
                Show(entry, isFirst);
            }
        }

        return true;
    }

    private void Show(JournalEntry entry, bool isFirst)
    {
        if (entry.Kind == JournalKind.RunStarted && !isFirst)
        {
            _seesTheEnd = true;
            return;
        }

        Seen?.Invoke(entry);
    }
}
