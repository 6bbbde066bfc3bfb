using Trawl.Storage.Migrations;
using Trawl.Storage.Outputs;
using Trawl.Storage.Runs;

namespace Trawl.Storage.Tests.Outputs;

/// <summary>The walk over a dataset must stay a walk: one pass, whatever its size.</summary>
public sealed class DatasetPlanTests
{
    [Fact]
    public void Read_NeitherSortsNorIndexesTheRecords()
    {
        using var folder = new TestFolder();
        using var database = RunDatabase.OpenSorter(Create(folder["run.db"]), durable: true);
        database.Execute(
            """
            CREATE TEMP TABLE pages (rank INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL);
            CREATE TEMP TABLE lost (record_id INTEGER PRIMARY KEY, type TEXT, verdict INTEGER, problems TEXT);
            """);
        foreach (var sql in new[] { DatasetCursor.Sql(DatasetPart.Published), DatasetCursor.Sql(DatasetPart.WithQuarantined), Judge.Candidates })
        {
            using var plan = database.Prepare("EXPLAIN QUERY PLAN " + sql);
            var steps = new List<string>();
            while (plan.Step())
            {
                steps.Add(plan.Text(3));
            }

            Assert.Contains(steps, s => s.StartsWith("SEARCH r USING INTEGER PRIMARY KEY", StringComparison.Ordinal)
                || s.StartsWith("SEARCH TABLE records AS r USING INTEGER PRIMARY KEY", StringComparison.Ordinal));
            Assert.DoesNotContain(steps, s => s.Contains("TEMP B-TREE", StringComparison.Ordinal)
                || s.Contains("AUTOMATIC", StringComparison.Ordinal));
        }
    }

    private static string Create(string path)
    {
        using var database = Storage.Sqlite.SqliteDatabase.Open(path, Storage.Sqlite.SqliteOpenMode.Create);
        Migrator.Upgrade(database);
        return path;
    }
}
