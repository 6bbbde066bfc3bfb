using Trawl.Engine.Seams.Store;
using Trawl.Model.Ids;
using Trawl.Model.Plans;
using Trawl.Model.Runs;
using Trawl.Model.Serialization;
using Trawl.Storage.Outputs;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Reading;

/// <summary>
/// Reads a run beside the engine that writes it; each call sees the last commit. One thread at a time. All calls throw
/// <see cref="RunStoreException"/> when the file cannot be read.
/// </summary>
public sealed partial class RunReader : IDisposable
{
    private readonly SqliteDatabase _database;
    private readonly string _folder;
    private ProgressRow? _progress;

    private RunReader(SqliteDatabase database, string folder)
    {
        _database = database;
        _folder = folder;
    }

    /// <exception cref="RunStoreException">There is no run in the folder, or it cannot be read.</exception>
    public static RunReader Open(string folder) => Guard(() =>
    {
        var database = RunDatabase.OpenReader(RunFiles.Database(folder));
        try
        {
            ReaderSchema.Require(database);
            return new RunReader(database, folder);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    });

    /// <summary>The plan of the run in a folder.</summary>
    public static PipelinePlan ReadPlan(string folder)
    {
        using var reader = Open(folder);
        return reader.ReadPlan();
    }

    public PipelinePlan ReadPlan() => Guard(() =>
    {
        using var statement = _database.Prepare("SELECT plan FROM run");
        statement.Step();
        return PlanJson.Read(statement.Blob(0));
    });

    public RunInfo ReadRun() => Guard(() =>
    {
        var progress = _progress ??= new ProgressRow(_database);
        progress.Load();
        using var run = _database.Prepare("SELECT id, pipeline, plan_hash, source, created FROM run");
        run.Step();
        return new RunInfo
        {
            Id = new RunId(run.Text(0)),
            Folder = _folder,
            Pipeline = run.Text(1),
            PlanHash = run.Text(2),
            Source = run.NullableText(3),
            CreatedAt = Times.Read(run.Int64(4)),
            State = progress.State,
            Reason = progress.Reason,
            StartedAt = Times.Read(progress.Started),
            EndedAt = Times.Read(progress.Ended),
            Elapsed = Times.Span(progress.Elapsed),
            Epoch = progress.Epoch,
            Counters = progress.Counters,
            Parked = progress.Parked,
            CancelRequested = progress.CancelRequested,
            StartPointsAdmitted = progress.StartPoints,
            Outputs = OutputTable.Read(_database),
        };
    });

    /// <summary>State and counters alone, for following a run.</summary>
    public (RunState State, RunCounters Counters) ReadProgress() => Guard(() =>
    {
        var progress = _progress ??= new ProgressRow(_database);
        progress.Load();
        return (progress.State, progress.Counters);
    });

    /// <summary>How far the sinks of the run are; empty for one without, and before its records are delivered.</summary>
    public IReadOnlyList<SinkRow> Sinks() => Guard(() => SinkTable.ReadAll(_database));

    public void Dispose() => _database.Dispose();

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException error)
        {
            throw StoreErrors.From(error);
        }
    }
}
