using Trawl.Engine.Seams.Store;
using Trawl.Model.Requests;
using Trawl.Model.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>
/// The row that changes with every commit. Read at the beginning of each transaction, because a door may have asked
/// for a cancellation and a newer engine may have taken the run.
/// </summary>
internal sealed class ProgressRow(SqliteDatabase database)
{
    internal const string Columns =
        "state, epoch, cancel_requested, start_points, started, ended, elapsed, queued, leased, waiting, parked, "
        + "done, failed, skipped, attempts, bytes, records, quarantined, dropped, reason, "
        + "not_modified, saved_bytes";

    private readonly SqliteStatement _load = database.Prepare($"SELECT {Columns} FROM progress");
    private readonly SqliteStatement _save = database.Prepare(
        "UPDATE progress SET state = ?1, epoch = ?2, start_points = ?3, started = ?4, ended = ?5, elapsed = ?6, "
        + "queued = ?7, leased = ?8, waiting = ?9, parked = ?10, done = ?11, failed = ?12, skipped = ?13, "
        + "attempts = ?14, bytes = ?15, records = ?16, quarantined = ?17, dropped = ?18, reason = ?19, "
        + "not_modified = ?20, saved_bytes = ?21");

    internal RunState State { get; set; }

    internal int Epoch { get; set; }

    internal bool CancelRequested { get; private set; }

    internal int StartPoints { get; set; }

    internal long? Started { get; set; }

    internal long? Ended { get; set; }

    internal long Elapsed { get; set; }

    internal long Queued { get; set; }

    internal long Leased { get; set; }

    internal long Waiting { get; set; }

    internal long Parked { get; set; }

    internal long Done { get; set; }

    internal long Failed { get; set; }

    internal long Skipped { get; set; }

    internal long Attempts { get; set; }

    internal long Bytes { get; set; }

    internal long Records { get; set; }

    internal long Quarantined { get; set; }

    internal long Dropped { get; set; }

    internal string? Reason { get; set; }

    internal long NotModified { get; set; }

    internal long SavedBytes { get; set; }

    internal bool IsFinal => State is RunState.Completed or RunState.Failed or RunState.Cancelled;

    internal RunCounters Counters => new()
    {
        Queued = Queued + Waiting,
        Leased = Leased,
        Done = Done,
        Failed = Failed,
        Skipped = Skipped,
        Attempts = Attempts,
        Bytes = Bytes,
        NotModified = NotModified,
        SavedBytes = SavedBytes,
        Records = Records,
        Quarantined = Quarantined,
        Dropped = Dropped,
    };

    internal void Load()
    {
        if (!_load.Step())
        {
            _load.Reset();
            throw new RunStoreException($"'{database.Path}' holds no run; delete its folder.");
        }

        State = (RunState)_load.Int32(0);
        Epoch = _load.Int32(1);
        CancelRequested = _load.Int64(2) != 0;
        StartPoints = _load.Int32(3);
        Started = _load.NullableInt64(4);
        Ended = _load.NullableInt64(5);
        Elapsed = _load.Int64(6);
        Queued = _load.Int64(7);
        Leased = _load.Int64(8);
        Waiting = _load.Int64(9);
        Parked = _load.Int64(10);
        Done = _load.Int64(11);
        Failed = _load.Int64(12);
        Skipped = _load.Int64(13);
        Attempts = _load.Int64(14);
        Bytes = _load.Int64(15);
        Records = _load.Int64(16);
        Quarantined = _load.Int64(17);
        Dropped = _load.Int64(18);
        Reason = _load.NullableText(19);
        NotModified = _load.Int64(20);
        SavedBytes = _load.Int64(21);
        _load.Reset();
    }

    internal void Save() => _save
        .Bind(1, (long)State).Bind(2, Epoch).Bind(3, StartPoints).Bind(4, Started).Bind(5, Ended).Bind(6, Elapsed)
        .Bind(7, Queued).Bind(8, Leased).Bind(9, Waiting).Bind(10, Parked).Bind(11, Done).Bind(12, Failed)
        .Bind(13, Skipped).Bind(14, Attempts).Bind(15, Bytes).Bind(16, Records).Bind(17, Quarantined)
        .Bind(18, Dropped).Bind(19, Reason).Bind(20, NotModified).Bind(21, SavedBytes).Run();

    /// <summary>Counts so many requests as entering (or, negative, leaving) a state.</summary>
    internal void Count(RequestState state, long change)
    {
        switch (state)
        {
            case RequestState.Queued: Queued += change; break;
            case RequestState.Leased: Leased += change; break;
            case RequestState.Waiting: Waiting += change; break;
            case RequestState.Parked: Parked += change; break;
            case RequestState.Done: Done += change; break;
            case RequestState.Failed: Failed += change; break;
            default: Skipped += change; break;
        }
    }
}
