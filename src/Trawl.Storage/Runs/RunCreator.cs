using System.Text.Json;
using Trawl.Engine.Crash;
using Trawl.Model.Journal;
using Trawl.Model.Serialization;
using Trawl.Storage.Durability;
using Trawl.Storage.Migrations;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>
/// Writes a new run down. If the process dies in between, the folder holds a database without a run, which nobody was
/// told of; it is listed as damaged and can be deleted.
/// </summary>
internal static class RunCreator
{
    internal static void Create(string folder, RunCreation creation, RunStoreOptions options)
    {
        DurableFolder.Create(RunFiles.Datasets(folder));
        var path = RunFiles.Database(folder);
        Claim(path, creation);
        try
        {
            using var database = RunDatabase.OpenWriter(path, SqliteOpenMode.ReadWrite, options);
            Migrator.Upgrade(database);
            Insert(database, creation);
            if (options.Durable)
            {
                // Without this a power cut may bring SQLite's first journal back, which empties the database.
                DurableFolder.Flush(folder);
            }
        }
        catch (SqliteException error)
        {
            throw StoreErrors.From(error);
        }

        CrashPoints.Reach(CrashPoint.RunAccepted);
    }

    /// <summary>Of any number of processes that create the same run, one gets past this.</summary>
    private static void Claim(string path, RunCreation creation)
    {
        try
        {
            new FileStream(path, FileMode.CreateNew, FileAccess.Write).Dispose();
        }
        catch (IOException error) when (File.Exists(path))
        {
            throw new IOException($"Run '{creation.Id}' exists already; resume it or take another id.", error);
        }
    }

    private static void Insert(SqliteDatabase database, RunCreation creation)
    {
        database.Execute("BEGIN IMMEDIATE");
        using (var run = database.Prepare(
            "INSERT INTO run (one, id, pipeline, plan, plan_hash, source, created) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)"))
        {
            run.Bind(1, creation.Id.Value).Bind(2, creation.Plan.Name).Bind(3, PlanJson.Write(creation.Plan).AsSpan())
                .Bind(4, PlanJson.Hash(creation.Plan)).Bind(5, creation.Source).Bind(6, Times.Store(creation.Now))
                .Run();
        }

        var journal = new JournalTable(database);
        journal.Begin();
        journal.Append(creation.Now, JournalKind.RunAccepted, null, Accepted(creation));
        database.Execute("COMMIT");
    }

    private static string Accepted(RunCreation creation) =>
        $$"""{"pipeline":{{Quote(creation.Plan.Name)}},"plan":{{Quote(PlanJson.Hash(creation.Plan))}}}""";

    private static string Quote(string text) => JsonSerializer.Serialize(text, StorageJson.Default.String);
}
