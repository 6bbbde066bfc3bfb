using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;
using Trawl.Model.Serialization;
using Trawl.Storage.Migrations;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>
/// A run's state in <c>run.db</c>: one writing connection in WAL mode. After an error of the disk it refuses further
/// work, because nobody knows what reached it; opening the run anew recovers the last commit.
/// </summary>
public sealed class SqliteRunStore : IRunStore
{
    private readonly SqliteDatabase _database;
    private readonly RunWriter _writer;
    private readonly PipelinePlan _plan;
    private readonly CommitThread? _thread;
    private SqliteException? _failure;
    private bool _isDisposed;

    private SqliteRunStore(SqliteDatabase database, PipelinePlan plan, RunStoreOptions options)
    {
        _database = database;
        _plan = plan;
        _writer = new RunWriter(database, plan);
        _thread = options.Inline ? null : new CommitThread();
    }

    /// <summary>Writes a new run down, durably.</summary>
    /// <param name="folder">The run's folder; created.</param>
    /// <param name="creation">The run.</param>
    /// <param name="options">How the store works.</param>
    /// <exception cref="IOException">The folder holds a run already, or the disk failed.</exception>
    public static SqliteRunStore Create(string folder, RunCreation creation, RunStoreOptions? options = null)
    {
        RunCreator.Create(folder, creation, options ?? new RunStoreOptions());
        return Open(folder, options);
    }

    /// <summary>Writes a run down as another one was accepted, for a replay of it: its name, plan, times and first journal entry.</summary>
    /// <param name="folder">The folder of the new one; created.</param>
    /// <param name="recordedFolder">The other run.</param>
    /// <exception cref="RunStoreException">The other run cannot be read, or this one not written.</exception>
    public static void CreateLike(string folder, string recordedFolder) => RunCreator.CreateLike(folder, recordedFolder);

    /// <summary>Opens a run; <see cref="OpenAsync"/> then takes it over.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="options">How the store works.</param>
    /// <exception cref="RunStoreException">There is no run, or it cannot be read.</exception>
    public static SqliteRunStore Open(string folder, RunStoreOptions? options = null)
    {
        options ??= new RunStoreOptions();
        SqliteDatabase? database = null;
        try
        {
            database = RunDatabase.OpenWriter(RunFiles.Database(folder), SqliteOpenMode.ReadWrite, options);
            Migrator.Upgrade(database);
            return new SqliteRunStore(database, ReadPlan(database), options);
        }
        catch (Exception error)
        {
            database?.Dispose();
            if (error is SqliteException sqlite)
            {
                throw StoreErrors.From(sqlite);
            }

            throw;
        }
    }

    public ValueTask<RunOpening> OpenAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        RunAsync(() => Opening(now), cancellationToken);

    public ValueTask<CommitResult> CommitAsync(CommitBatch batch, CancellationToken cancellationToken) =>
        RunAsync(() => _writer.Commit(batch), cancellationToken);

    public ValueTask<RobotsRecord?> ReadRobotsAsync(long hostId, CancellationToken cancellationToken) =>
        RunAsync(() => RobotsTable.Read(_database, hostId), cancellationToken);

    public ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _thread?.Dispose();
            if (_failure is { Code: not SqliteCode.Full })
            {
                _database.Abandon();
            }

            _database.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private static PipelinePlan ReadPlan(SqliteDatabase database)
    {
        using var statement = database.Prepare("SELECT plan FROM run");
        return statement.Step()
            ? PlanJson.Read(statement.Blob(0))
            : throw new RunStoreException(
                $"'{database.Path}' holds no run: its creation was interrupted before it was accepted. "
                + "Delete its folder and start the pipeline again.");
    }

    private RunOpening Opening(DateTimeOffset now)
    {
        var reclaimed = _writer.TakeOver();
        var progress = _writer.Progress;
        return new RunOpening
        {
            Plan = _plan,
            State = progress.State,
            Epoch = progress.Epoch,
            Counters = progress.Counters,
            Hosts = HostRows.WithWork(_database, now),
            StartPointsAdmitted = progress.StartPoints,
            Reclaimed = reclaimed,
            Elapsed = Times.Span(progress.Elapsed),
            NextWaitingAt = _writer.NextWaiting(),
            CaptureFiles = ExchangeRows.Files(_database),
            CancelRequested = progress is { CancelRequested: true, IsFinal: false },
        };
    }

    private ValueTask<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        return _thread is null
            ? new ValueTask<T>(Guarded(work))
            : new ValueTask<T>(_thread.RunAsync(() => Guarded(work)));
    }

    private T Guarded<T>(Func<T> work)
    {
        if (_failure is not null)
        {
            throw StoreErrors.From(_failure);
        }

        try
        {
            return work();
        }
        catch (SqliteException error)
        {
            _failure = error;
            throw StoreErrors.From(error);
        }
    }
}
