using Trawl.Model.Changes;
using Trawl.Storage.Reading;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Runs;

/// <summary>Holds the pages of two runs against each other, by the digests of their bodies.</summary>
internal static class PageChanges
{
    /// <summary>Of a fetched page the attempt that settled it. A page without a recorded body counts as changed.</summary>
    private const string Counts =
        """
        SELECT
          coalesce(sum(p.id IS NULL), 0),
          coalesce(sum(p.id IS NOT NULL AND coalesce(e.digest <> f.digest, 1)), 0),
          coalesce(sum(p.id IS NOT NULL AND coalesce(e.digest = f.digest, 0)), 0)
        FROM main.requests q
          LEFT JOIN earlier.requests p ON p.fingerprint = q.fingerprint AND p.state = 10 AND p.redirected_to IS NULL
          LEFT JOIN main.exchanges e ON e.subject = q.id AND e.attempt = q.attempts - 1
          LEFT JOIN earlier.exchanges f ON f.subject = p.id AND f.attempt = p.attempts - 1
        WHERE q.state = 10 AND q.redirected_to IS NULL
        """;

    private const string Gone =
        """
        SELECT count(*) FROM earlier.requests p WHERE p.state = 10 AND p.redirected_to IS NULL AND NOT EXISTS (
          SELECT 1 FROM main.requests q WHERE q.fingerprint = p.fingerprint AND q.state = 10 AND q.redirected_to IS NULL)
        """;

    public static ChangeReport Count(string folder, string since)
    {
        using var database = RunDatabase.OpenReader(RunFiles.Database(folder));
        using (var attach = database.Prepare("ATTACH ?1 AS earlier"))
        {
            attach.Bind(1, RunFiles.Database(since)).Run();
        }

        using var counts = database.Prepare(Counts);
        counts.Step();
        using var saved = database.Prepare("SELECT not_modified, saved_bytes FROM progress");
        saved.Step();
        return new ChangeReport
        {
            Since = database.ScalarText("SELECT id FROM earlier.run") ?? "",
            Pages = new ChangeCounts(counts.Int64(0), counts.Int64(1), counts.Int64(2), database.Scalar(Gone)),
            NotModified = saved.Int64(0),
            SavedBytes = saved.Int64(1),
        };
    }
}
