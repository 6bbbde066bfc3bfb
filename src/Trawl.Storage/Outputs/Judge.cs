using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Trawl.Model.Plans;
using Trawl.Model.Records;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Outputs;

/// <summary>
/// Decides over the whole dataset, in canonical order, which records have a key or a unique value that stands before
/// them. First keys, then unique values: a record that lost by its key reserves no values. What has been seen is kept
/// in temporary tables, so that memory does not grow with the dataset.
/// </summary>
internal sealed class Judge
{
    internal const string Candidates =
        "SELECT r.id, r.type, r.key, r.uniques FROM temp.pages p CROSS JOIN main.records r "
        + "ON r.id BETWEEN p.first AND p.last WHERE r.status = 0 AND (r.key IS NOT NULL OR r.uniques IS NOT NULL) "
        + "ORDER BY p.rank, r.id";

    private readonly Dictionary<string, RecordType> _types;
    private readonly SqliteStatement _candidates;
    private readonly SqliteStatement _add;
    private readonly SqliteStatement _has;
    private readonly SqliteStatement _verdict;
    private readonly byte[] _hash = new byte[SHA256.HashSizeInBytes];

    internal Judge(SqliteDatabase database, PipelinePlan plan)
    {
        _types = plan.Records.ToDictionary(t => t.Name, StringComparer.Ordinal);
        database.Execute(
            """
            CREATE TEMP TABLE seen (hash BLOB PRIMARY KEY) WITHOUT ROWID;
            CREATE TEMP TABLE lost (record_id INTEGER PRIMARY KEY, type TEXT, verdict INTEGER, problems TEXT);
            """);
        _candidates = database.Prepare(Candidates);
        _add = database.Prepare("INSERT OR IGNORE INTO temp.seen (hash) VALUES (?1)");
        _has = database.Prepare("SELECT 1 FROM temp.seen WHERE hash = ?1");
        _verdict = database.Prepare(
            "INSERT INTO temp.lost (record_id, type, verdict, problems) VALUES (?1, ?2, ?3, ?4)");
    }

    /// <summary>
    /// The first record that breaks a rule of a type whose policy is to fail; null when there is none.
    /// </summary>
    internal string? Fatal { get; private set; }

    internal void Run(CancellationToken cancellationToken)
    {
        while (_candidates.Step())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Decide(
                _candidates.Int64(0),
                _candidates.Text(1),
                _candidates.NullableText(2),
                _candidates.NullableText(3));
        }

        _candidates.Reset();
    }

    private void Decide(long id, string type, string? key, string? uniques)
    {
        if (key is not null && !Add(type, 'k', key))
        {
            Lose(id, type, Verdict.Merged, null);
        }
        else if (uniques is not null)
        {
            DecideUniques(id, type, JsonSerializer.Deserialize(uniques, StorageJson.Default.IReadOnlyListString) ?? []);
        }
    }

    private void DecideUniques(long id, string type, IReadOnlyList<string> uniques)
    {
        var problems = uniques.Where(u => Has(type, 'u', u)).Select(Problem).ToList();
        if (problems.Count == 0)
        {
            foreach (var unique in uniques)
            {
                Add(type, 'u', unique);
            }

            return;
        }

        var policy = _types.TryGetValue(type, out var known) ? known.OnInvalid : InvalidPolicy.Quarantine;
        if (policy == InvalidPolicy.Fail)
        {
            Fatal ??= $"A '{type}' has a '{problems[0].Field}' that is not unique. {problems[0].Message}";
        }

        var verdict = policy == InvalidPolicy.Drop ? Verdict.Dropped : Verdict.Quarantined;
        Lose(id, type, verdict, JsonSerializer.Serialize(problems, StorageJson.Default.IReadOnlyListRecordProblem));
    }

    private void Lose(long id, string type, Verdict verdict, string? problems) =>
        _verdict.Bind(1, id).Bind(2, type).Bind(3, (long)verdict).Bind(4, problems).Run();

    private static RecordProblem Problem(string unique)
    {
        var split = unique.IndexOf('=', StringComparison.Ordinal);
        var field = split < 0 ? unique : unique[..split];
        var value = split < 0 ? "" : unique[(split + 1)..];
        var shown = value.Length > 100 ? value[..100] + "…" : value;
        return new RecordProblem(
            field, "unique", $"'{shown}' stands in a record before it; no two records may have the same value.");
    }

    private bool Add(string type, char kind, string text) => _add.Bind(1, Hash(type, kind, text)).Run() > 0;

    private bool Has(string type, char kind, string text)
    {
        var has = _has.Bind(1, Hash(type, kind, text)).Step();
        _has.Reset();
        return has;
    }

    private ReadOnlySpan<byte> Hash(string type, char kind, string text)
    {
        SHA256.HashData(Encoding.UTF8.GetBytes($"{type}\0{kind}{text}"), _hash);
        return _hash.AsSpan(0, 16);
    }
}
