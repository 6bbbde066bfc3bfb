using Trawl.Model.Journal;

namespace Trawl.Recording.Replaying;

/// <summary>Which requests to hand out next: those whose recorded outcome comes next, and no others.</summary>
internal sealed class LeasePlan(int concurrency)
{
    private readonly Queue<Candidate> _candidates = [];
    private readonly HashSet<long> _taken = [];
    private int _fatal;

    /// <summary>Requests in the engine's hands.</summary>
    public int Outstanding { get; private set; }

    /// <summary>Whether an outcome in view ended the run.</summary>
    public bool HasFatal => _fatal > 0;

    /// <summary>Whether such an outcome is in the journal.</summary>
    public bool WasFatal { get; private set; }

    public void Clear()
    {
        _candidates.Clear();
        _taken.Clear();
        (Outstanding, _fatal) = (0, 0);
    }

    public void See(JournalEntry entry)
    {
        if (entry is { Kind: JournalKind.AttemptSettled or JournalKind.RequestsAdmitted, RequestId: { } id })
        {
            var isFatal = EntryData.IsFatal(entry);
            _fatal += isFatal ? 1 : 0;
            _candidates.Enqueue(new Candidate(entry.Sequence, id, isFatal));
        }
    }

    /// <summary>Ids to lease now, in order. The outcome that ends the run comes when all others are in.</summary>
    /// <param name="last">The highest id that may exist.</param>
    /// <param name="isIn">Whether the outcome of a request is in.</param>
    public List<long> Choose(long last, Func<long, bool> isIn)
    {
        var chosen = new List<long>();
        var free = concurrency - Outstanding;
        foreach (var candidate in _candidates)
        {
            if (chosen.Count >= free)
            {
                break;
            }

            if (!candidate.IsFatal && candidate.Id <= last && !_taken.Contains(candidate.Id) && !chosen.Contains(candidate.Id))
            {
                chosen.Add(candidate.Id);
            }
        }

        return chosen.Count == 0 && Outstanding == 0 && HasFatal ? Fatal(isIn) : chosen;
    }

    /// <summary>Where the outcome of a request stands; the end of the journal when it has none in this part.</summary>
    public long PlaceOf(long id)
    {
        foreach (var candidate in _candidates)
        {
            if (candidate.Id == id)
            {
                return candidate.Sequence;
            }
        }

        return long.MaxValue;
    }

    /// <summary>Requests in view that nobody has, in order.</summary>
    /// <param name="last">The highest id that exists.</param>
    public IEnumerable<long> Free(long last) =>
        _candidates.Where(c => !c.IsFatal && c.Id <= last && !_taken.Contains(c.Id)).Select(c => c.Id).Distinct();

    /// <summary>A request is leased.</summary>
    public void Taken(long id) => _taken.Add(id);

    /// <summary>A request goes to the engine.</summary>
    public void Given() => Outstanding++;

    public void Received() => Outstanding--;

    /// <summary>The first candidate's entry is in the journal.</summary>
    public void Written(JournalEntry entry)
    {
        if (entry.RequestId is { } id && _candidates.TryPeek(out var first) && first.Sequence == entry.Sequence)
        {
            _candidates.Dequeue();
            _fatal -= first.IsFatal ? 1 : 0;
            WasFatal |= first.IsFatal;
            if (entry.Kind == JournalKind.AttemptSettled)
            {
                _taken.Remove(id);
            }
        }
    }

    private List<long> Fatal(Func<long, bool> isIn) =>
        _candidates.All(c => c.IsFatal || isIn(c.Id))
            ? [.. _candidates.Where(c => c.IsFatal && !_taken.Contains(c.Id)).Select(c => c.Id)]
            : [];

    private readonly record struct Candidate(long Sequence, long Id, bool IsFatal);
}
