using Trawl.Model.Plans;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Outputs;

/// <summary>
/// The records of a run in canonical order, as of one moment: by record type, then page (its URL, then fingerprint),
/// then place on the page. The order is a function of the pages alone.
/// </summary>
internal sealed class Dataset : IDisposable
{
    private readonly SqliteDatabase _database;

    private Dataset(SqliteDatabase database) => _database = database;

    internal string RunId { get; private init; } = "";

    /// <summary>What the judge found; see <see cref="Judge.Fatal"/>.</summary>
    internal string? Fatal { get; private init; }

    /// <summary>Opens a run's dataset and decides what is in it.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="plan">The run's plan.</param>
    /// <param name="settle">Whether the decisions are stored; only the publisher does.</param>
    /// <param name="durable">Whether what is stored must survive a power cut.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal static Dataset Open(
        string folder, PipelinePlan plan, bool settle, bool durable, CancellationToken cancellationToken)
    {
        var database = RunDatabase.OpenSorter(RunFiles.Database(folder), durable);
        try
        {
            database.Execute(settle ? "BEGIN IMMEDIATE" : "BEGIN");
            RankPages(database);
            var judge = new Judge(database, plan);
            judge.Run(cancellationToken);
            if (settle)
            {
                Verdicts.Save(database);
                database.Execute("COMMIT; BEGIN");
            }

            return new Dataset(database)
            {
                RunId = database.ScalarText("SELECT id FROM run") ?? "",
                Fatal = judge.Fatal,
            };
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>The records of one type.</summary>
    internal DatasetCursor Read(string type, DatasetPart part) => new(_database, type, part);

    public void Dispose() => _database.Dispose();

    private static void RankPages(SqliteDatabase database) => database.Execute(
        $"""
        CREATE TEMP TABLE pages (rank INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL);
        INSERT INTO temp.pages (first, last)
          SELECT id << 24, (id << 24) | 16777215 FROM main.requests WHERE records > 0 ORDER BY url, fingerprint;
        """);
}
