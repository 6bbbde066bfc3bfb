namespace Trawl.Scheduling.Store;

/// <summary>
/// The tables of <c>schedules.db</c>. Times are Unix milliseconds. A schedule's due time has one firing, and an ended
/// firing causes one of each schedule that waits for it: that is what "nothing fires twice" rests on.
/// </summary>
internal static class ScheduleSchema
{
    public const string Sql = """
        CREATE TABLE schedules (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          name TEXT NOT NULL UNIQUE,
          plan TEXT NOT NULL,
          paused INTEGER NOT NULL DEFAULT 0,
          made INTEGER NOT NULL,
          watermark INTEGER NOT NULL
        );
        CREATE TABLE firings (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          schedule INTEGER NOT NULL,
          name TEXT NOT NULL,
          due INTEGER NOT NULL,
          cause INTEGER NOT NULL DEFAULT 0,
          not_before INTEGER NOT NULL,
          state INTEGER NOT NULL,
          run TEXT,
          reason TEXT,
          outcome INTEGER,
          UNIQUE (schedule, due, cause)
        );
        CREATE INDEX firings_open ON firings (state) WHERE state < 2;
        """;
}
