using System.Text.Json;
using Trawl.Engine.Seams.Outputs;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Outputs;

/// <summary>Remembers in the run what was published.</summary>
internal static class OutputTable
{
    internal static void Save(string folder, IReadOnlyList<PublishedOutput> outputs, RunStoreOptions options)
    {
        using var database = RunDatabase.OpenWriter(RunFiles.Database(folder), SqliteOpenMode.ReadWrite, options);
        database.Execute("BEGIN IMMEDIATE; DELETE FROM outputs");
        using var insert = database.Prepare(
            "INSERT INTO outputs (path, format, records, bytes, sha256) VALUES (?1, ?2, ?3, ?4, ?5)");
        foreach (var output in outputs)
        {
            var counts = new Dictionary<string, long>(output.Records, StringComparer.Ordinal);
            insert.Bind(1, output.Path).Bind(2, output.Format)
                .Bind(3, JsonSerializer.Serialize(counts, StorageJson.Default.DictionaryStringInt64))
                .Bind(4, output.Bytes).Bind(5, output.Sha256).Run();
        }

        database.Execute("COMMIT");
    }

    internal static List<PublishedOutput> Read(SqliteDatabase database)
    {
        using var statement =
            database.Prepare("SELECT path, format, records, bytes, sha256 FROM outputs ORDER BY path");
        var outputs = new List<PublishedOutput>();
        while (statement.Step())
        {
            var counts = JsonSerializer.Deserialize(statement.Text(2), StorageJson.Default.DictionaryStringInt64) ?? [];
            outputs.Add(new PublishedOutput(
                statement.Text(0), statement.Text(1), counts, statement.Int64(3), statement.Text(4)));
        }

        return outputs;
    }
}
