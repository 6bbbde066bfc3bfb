using Trawl.Engine.Seams.Store;
using Trawl.Model.Journal;

namespace Trawl.Recording.Replaying;

/// <summary>
/// Puts what has its place now into one transaction. A store applies outcomes, then admissions, then the rest of the
/// journal; where the recording has another order, the transaction ends there.
/// </summary>
internal sealed class BatchComposer
{
    private readonly List<Settlement> _settlements = [];
    private readonly List<AdmissionChunk> _admissions = [];
    private readonly List<JournalNote> _notes = [];
    private bool _noteIsLast;
    private RunEnd? _end;

    /// <summary>The first entry of the transaction; 0 when it is empty.</summary>
    public long First { get; private set; }

    /// <summary>The last one.</summary>
    public long Last { get; private set; }

    /// <summary>Its time.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>How many requests it may add.</summary>
    public int MayAdd { get; private set; }

    public bool TakesSettlements => _admissions.Count == 0 && _end is null;

    public bool TakesAdmissions => !_noteIsLast && _end is null;

    public void Add(JournalEntry place, Settlement settlement)
    {
        _settlements.Add(settlement with { At = place.At });
        MayAdd += settlement.Children.Count;
        Stands(place, isNote: false);
    }

    public void Add(JournalEntry place, AdmissionChunk chunk)
    {
        _admissions.Add(chunk with { At = place.At });
        MayAdd += chunk.Requests.Count;
        Stands(place, isNote: false);
    }

    public void Add(JournalEntry place, JournalEntry note)
    {
        _notes.Add(new JournalNote(_settlements.Count, note with { At = place.At }));
        Stands(place, isNote: true);
    }

    public void Add(RunEnd? end) => _end = end ?? _end;

    public CommitBatch Take(CommitBatch of, IReadOnlyList<long> leases, IReadOnlyList<LeaseWant> wants, IReadOnlyList<HostUpdate> hosts)
    {
        var batch = of with
        {
            Now = First == 0 ? of.Now : At,
            Settlements = [.. _settlements],
            Admissions = [.. _admissions],
            Journal = [.. _notes],
            Hosts = hosts,
            End = _end,
            Wants = wants,
            Leases = leases,
        };
        _settlements.Clear();
        _admissions.Clear();
        _notes.Clear();
        (_end, _noteIsLast, First, MayAdd) = (null, false, 0, 0);
        return batch;
    }

    private void Stands(JournalEntry place, bool isNote)
    {
        First = First == 0 ? place.Sequence : First;
        (Last, At, _noteIsLast) = (place.Sequence, place.At, isNote);
    }
}
