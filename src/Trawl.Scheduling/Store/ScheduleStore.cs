using System.Text.Json;
using Trawl.Scheduling.Firings;
using Trawl.Scheduling.Schedules;
using Trawl.Storage.Homes;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Scheduling.Store;

/// <summary>
/// The schedules of a home and their firings, in its <c>schedules.db</c>. Every change is durable when it returns. Safe
/// for concurrent use, also by several processes: <c>trawl schedule</c> beside <c>trawl up</c>.
/// </summary>
public sealed class ScheduleStore : IDisposable
{
    private const string Columns = "id, name, due, not_before, state, run, reason, outcome";

    private readonly HomeDatabase _database;

    private ScheduleStore(HomeDatabase database) => _database = database;

    /// <summary>Opens, or begins, the schedules of a home.</summary>
    /// <exception cref="Engine.Seams.Store.RunStoreException">The file cannot be used.</exception>
    public static ScheduleStore Open(string home) => Open(home, durable: true);

    internal static ScheduleStore Open(string home, bool durable) => new(HomeDatabase.Open(
        Path.Combine(home, "schedules.db"), ScheduleSchema.Sql, new RunStoreOptions { Durable = durable, CacheKib = 2_048 }));

    /// <summary>Adds a schedule; false when there is one of that name.</summary>
    public bool Add(Schedule schedule, DateTimeOffset now) => _database.Change(() => _database.Sql(
        "INSERT OR IGNORE INTO schedules (name, plan, made, watermark) VALUES (?1, ?2, ?3, ?3)")
        .Bind(1, schedule.Name).Bind(2, JsonSerializer.Serialize(schedule, ScheduleJson.Default.Schedule))
        .Bind(3, Times.Store(now)).Run() == 1);

    /// <summary>Removes a schedule; its firings stay, those that wait are skipped. False when there is none.</summary>
    public bool Remove(string name) => _database.Change(() =>
    {
        _database.Sql("UPDATE firings SET state = 3, reason = 'the schedule was removed' WHERE name = ?1 AND state = 0").Bind(1, name).Run();
        return _database.Sql("DELETE FROM schedules WHERE name = ?1").Bind(1, name).Run() == 1;
    });

    /// <summary>Pauses a schedule, or lets it go on from now: what passed meanwhile was not due. False when there is none.</summary>
    public bool SetPaused(string name, bool paused, DateTimeOffset now) => _database.Change(() => _database.Sql(
        "UPDATE schedules SET paused = ?2, watermark = CASE WHEN paused = 1 THEN ?3 ELSE watermark END WHERE name = ?1")
        .Bind(1, name).Bind(2, paused ? 1L : 0L).Bind(3, Times.Store(now)).Run() == 1);

    /// <summary>All schedules, by name.</summary>
    public IReadOnlyList<ScheduleRow> List() => _database.Take(() =>
        Rows(_database.Sql("SELECT id, plan, paused, made, watermark FROM schedules ORDER BY name"), ReadSchedule));

    /// <summary>The latest firings, the newest first.</summary>
    /// <param name="name">Of this schedule; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="before">Only those with a lower id; null for all.</param>
    public IReadOnlyList<Firing> History(string? name, int limit, long? before = null) => _database.Take(() => Rows(
        _database.Sql($"SELECT {Columns} FROM firings WHERE (?1 IS NULL OR name = ?1) AND id < ?3 ORDER BY id DESC LIMIT ?2")
            .Bind(1, name).Bind(2, (long)limit).Bind(3, before ?? long.MaxValue),
        ReadFiring));

    /// <summary>Firings that wait or whose run goes on, oldest first.</summary>
    public IReadOnlyList<Firing> Open() => _database.Take(() =>
        Rows(_database.Sql($"SELECT {Columns} FROM firings WHERE state < 2 ORDER BY id"), ReadFiring));

    /// <summary>
    /// Writes down that times have come, all of them or, when another process did so first, none.
    /// </summary>
    /// <param name="row">The schedule as it was when the times were computed.</param>
    /// <param name="until">Up to where they were computed: the new watermark.</param>
    /// <param name="due">The times, each with the reason why it does not fire, or null.</param>
    internal void WriteDue(ScheduleRow row, DateTimeOffset until, IEnumerable<(DateTimeOffset Due, string? Reason)> due) => _database.Change(() =>
    {
        var isOurs = _database.Sql("UPDATE schedules SET watermark = ?3 WHERE id = ?1 AND watermark = ?2 AND paused = 0")
            .Bind(1, row.Id).Bind(2, Times.Store(row.Watermark)).Bind(3, Times.Store(until)).Run() == 1;
        foreach (var (time, reason) in isOurs ? due : [])
        {
            Insert(row, time, cause: 0, reason);
        }

        return isOurs;
    });

    /// <summary>Writes down that a firing's run stands.</summary>
    internal void WriteStarted(Firing firing, string runId) => _database.Change(() => _database.Sql(
        "UPDATE firings SET state = 1, run = ?2, reason = NULL WHERE id = ?1 AND state = 0").Bind(1, firing.Id).Bind(2, runId).Run());

    /// <summary>Writes down that nothing comes of a firing.</summary>
    internal void WriteSkipped(Firing firing, string reason) => _database.Change(() => _database.Sql(
        "UPDATE firings SET state = 3, reason = ?2 WHERE id = ?1 AND state = 0").Bind(1, firing.Id).Bind(2, reason).Run());

    /// <summary>Writes down that a firing's run has ended, and at once that those who waited for it are due.</summary>
    internal void WriteEnded(Firing firing, FiringOutcome outcome, DateTimeOffset now) => _database.Change(() =>
    {
        var isOurs = _database.Sql("UPDATE firings SET state = 2, outcome = ?2 WHERE id = ?1 AND state = 1")
            .Bind(1, firing.Id).Bind(2, (long)outcome).Run() == 1;
        var rows = isOurs ? Rows(_database.Sql("SELECT id, plan, paused, made, watermark FROM schedules WHERE paused = 0"), ReadSchedule) : [];
        foreach (var row in rows)
        {
            if (row.Schedule.Trigger is AfterTrigger after && after.Schedule == firing.Schedule && after.Fits(outcome))
            {
                Insert(row, now, firing.Id, reason: null);
            }
        }

        return isOurs;
    });

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private void Insert(ScheduleRow row, DateTimeOffset due, long cause, string? reason) => _database.Sql(
        "INSERT INTO firings (schedule, name, due, cause, not_before, state, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .Bind(1, row.Id).Bind(2, row.Schedule.Name).Bind(3, Times.Store(due)).Bind(4, cause)
        .Bind(5, Times.Store(due + DueTimes.PutOff(row.Schedule, due)))
        .Bind(6, (long)(reason is null ? FiringState.Waiting : FiringState.Skipped)).Bind(7, reason).Run();

    private static List<T> Rows<T>(SqliteStatement rows, Func<SqliteStatement, T> read)
    {
        var list = new List<T>();
        while (rows.Step())
        {
            list.Add(read(rows));
        }

        return list;
    }

    private static ScheduleRow ReadSchedule(SqliteStatement row) => new(
        row.Int64(0), JsonSerializer.Deserialize(row.Text(1), ScheduleJson.Default.Schedule)!, row.Int64(2) != 0,
        Times.Read(row.Int64(3)), Times.Read(row.Int64(4)));

    private static Firing ReadFiring(SqliteStatement row) => new(
        row.Int64(0), row.Text(1), Times.Read(row.Int64(2)), Times.Read(row.Int64(3)), (FiringState)row.Int32(4), row.NullableText(5),
        row.NullableText(6), row.NullableInt64(7) is { } outcome ? (FiringOutcome)outcome : null);
}
