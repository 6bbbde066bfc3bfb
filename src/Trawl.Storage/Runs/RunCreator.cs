using System.Text.Json;
using Trawl.Engine.Crash;
using Trawl.Model.Journal;
using Trawl.Model.Serialization;
using Trawl.Storage.Durability;
using Trawl.Storage.Migrations;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>
/// Writes a new run down: whole, under another name, and renamed when it is on the disk. If the process dies in
/// between there is no run, and creating it again starts over.
/// </summary>
internal static class RunCreator
{
    private static int s_drafts;

    internal static void Create(string folder, RunCreation creation, RunStoreOptions options)
    {
        DurableFolder.Create(RunFiles.Datasets(folder));
        var path = RunFiles.Database(folder);
        var draft = $"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref s_drafts)}.new";
        try
        {
            using (var database = RunDatabase.OpenWriter(draft, SqliteOpenMode.Create, options))
            {
                Migrator.Upgrade(database);
                Insert(database, creation);
            }
        }
        catch (SqliteException error)
        {
            // Whoever was faster has cleared our draft away.
            throw File.Exists(path) ? Exists(creation, error) : StoreErrors.From(error);
        }

        Publish(draft, path, creation, options);
        CrashPoints.Reach(CrashPoint.RunAccepted);
    }

    /// <summary>The same run at its beginning. Not durable: it stands for nothing that could be lost.</summary>
    internal static void CreateLike(string folder, string recordedFolder)
    {
        Directory.CreateDirectory(RunFiles.Datasets(folder));
        var options = new RunStoreOptions { Durable = false };
        try
        {
            using var database = RunDatabase.OpenWriter(RunFiles.Database(folder), SqliteOpenMode.Create, options);
            Migrator.Upgrade(database);
            using (var attach = database.Prepare("ATTACH ?1 AS recorded"))
            {
                attach.Bind(1, RunFiles.Database(recordedFolder)).Run();
            }

            database.Execute(
                """
                INSERT INTO main.run (one, id, pipeline, plan, plan_hash, source, created)
                  SELECT one, id, pipeline, plan, plan_hash, source, created FROM recorded.run;
                INSERT INTO main.journal (seq, at, kind, request_id, data)
                  SELECT seq, at, kind, request_id, data FROM recorded.journal WHERE seq = 1;
                """);
        }
        catch (SqliteException error)
        {
            throw StoreErrors.From(error);
        }
    }

    /// <summary>Of any number of processes that create the same run, one gets past this.</summary>
    private static void Publish(string draft, string path, RunCreation creation, RunStoreOptions options)
    {
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException error) when (File.Exists(path))
        {
            throw Exists(creation, error);
        }

        foreach (var left in RunFiles.Drafts(Path.GetDirectoryName(path)!))
        {
            // Of a creation that was broken off, or of one that comes too late and will be told so.
            File.Delete(left);
        }

        if (options.Durable)
        {
            // A name is durable when its folder is; this also keeps a power cut from bringing SQLite's first journal back.
            DurableFolder.Flush(Path.GetDirectoryName(path)!);
        }
    }

    private static IOException Exists(RunCreation creation, Exception cause) =>
        new($"Run '{creation.Id}' exists already; resume it or take another id.", cause);

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
