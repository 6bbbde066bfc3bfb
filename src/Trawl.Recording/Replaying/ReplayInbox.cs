using Trawl.Engine.Seams.Store;
using Trawl.Model.Journal;

namespace Trawl.Recording.Replaying;

/// <summary>What the engine has brought and whose place in the recording has not come yet.</summary>
internal sealed class ReplayInbox
{
    private readonly Dictionary<long, Settlement> _settled = [];
    private readonly Dictionary<long, Queue<AdmissionChunk>> _chunks = [];
    private readonly Dictionary<string, Queue<JournalEntry>> _notes = [];

    /// <summary>The end of the run as the engine sees it.</summary>
    public RunEnd? End { get; private set; }

    /// <summary>Start points the engine has handed over whole.</summary>
    public int StartPoints { get; private set; }

    public bool Has(long requestId) => _settled.ContainsKey(requestId);

    public void Clear()
    {
        _settled.Clear();
        _chunks.Clear();
        _notes.Clear();
        (End, StartPoints) = (null, 0);
    }

    public void Add(Settlement settlement) => _settled[settlement.Request.Id] = settlement;

    public void Add(AdmissionChunk chunk)
    {
        StartPoints = chunk.StartPointsAdmitted ?? StartPoints;
        Queue(_chunks, chunk.RequestId ?? 0).Enqueue(chunk);
    }

    public void Add(JournalEntry note)
    {
        if (EntryData.IsOutcome(note.Kind))
        {
            Queue(_notes, KeyOf(note)).Enqueue(note);
        }
    }

    public void Add(RunEnd? end) => End = end ?? End;

    public Settlement? TakeSettlement(long requestId) => _settled.Remove(requestId, out var settlement) ? settlement : null;

    public AdmissionChunk? TakeChunk(long? source) =>
        _chunks.TryGetValue(source ?? 0, out var queue) && queue.TryDequeue(out var chunk) ? chunk : null;

    public JournalEntry? TakeNote(JournalEntry recorded) =>
        _notes.TryGetValue(KeyOf(recorded), out var queue) && queue.TryDequeue(out var note) ? note : null;

    public RunEnd? TakeEnd()
    {
        var end = End;
        End = null;
        return end;
    }

    /// <summary>Something the recording has no place for, in words; null when there is nothing.</summary>
    public string? Leftover()
    {
        var note = _notes.Values.SelectMany(queue => queue).FirstOrDefault();
        var chunk = _chunks.Values.SelectMany(queue => queue).FirstOrDefault();
        return note is not null ? EntryText.Of(note)
            : chunk is not null ? $"RequestsAdmitted with {chunk.Requests.Count} requests, the first {chunk.Requests.FirstOrDefault()?.Url}"
            : _settled.Values.FirstOrDefault() is { } settlement ? EntryText.Of(settlement)
            : null;
    }

    private static Queue<T> Queue<TKey, T>(Dictionary<TKey, Queue<T>> queues, TKey key)
        where TKey : notnull
    {
        if (!queues.TryGetValue(key, out var queue))
        {
            queues[key] = queue = new Queue<T>();
        }

        return queue;
    }

    /// <summary>Notes of different sources come in no certain order; those of one do.</summary>
    private static string KeyOf(JournalEntry note) => note.Kind == JournalKind.RobotsFetched
        ? $"{note.Kind} {EntryData.Text(note, "host")}"
        : $"{note.Kind} {note.RequestId}";
}
