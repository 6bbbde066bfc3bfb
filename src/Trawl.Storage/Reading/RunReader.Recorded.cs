namespace Trawl.Storage.Reading;

/// <content>What tools on recorded pages ask for.</content>
public sealed partial class RunReader
{
    private const int MostKeys = 100;

    /// <summary>Every URL of the run, in the order found. One reading at a time.</summary>
    public IEnumerable<string> Urls()
    {
        using var statement = Guard(() => _database.Prepare("SELECT url FROM requests ORDER BY id"));
        while (Guard(statement.Step))
        {
            yield return statement.Text(0);
        }
    }

    /// <summary>Processed pages that a rule fits, in the order found, with their attempts.</summary>
    public IReadOnlyList<(long Id, int Attempts)> PagesOfRule(string rule) => Guard(() =>
    {
        using var statement = _database.Prepare(
            "SELECT id, attempts FROM requests WHERE state = 10 AND kind = 0 AND instr(',' || rules || ',', ',' || ?1 || ',') > 0 ORDER BY id");
        statement.Bind(1, rule);
        var pages = new List<(long, int)>();
        while (statement.Step())
        {
            pages.Add((statement.Int64(0), statement.Int32(1)));
        }

        return pages;
    });

    /// <summary>Records whose key is one of these, of one type or any, at most 100.</summary>
    public IReadOnlyList<RecordRow> RecordsByKey(IReadOnlyList<string> keys, string? type) => Guard(() =>
    {
        using var statement = _database.Prepare(
            "SELECT id FROM records WHERE key IN (?1, ?2) AND (?3 IS NULL OR type = ?3) ORDER BY id LIMIT ?4");
        statement.Bind(1, keys[0]).Bind(2, keys[^1]).Bind(3, type).Bind(4, MostKeys);
        var ids = new List<long>();
        while (statement.Step())
        {
            ids.Add(statement.Int64(0));
        }

        return ids.SelectMany(id => RecordRows.Query(_database, new RecordQuery { After = id - 1, Limit = 1 })).ToList();
    });

    /// <summary>Keys that contain a text, whatever its case.</summary>
    public IReadOnlyList<string> KeysLike(string text, string? type, int limit) => Guard(() =>
    {
        using var statement = _database.Prepare(
            "SELECT DISTINCT key FROM records WHERE instr(lower(key), lower(?1)) > 0 AND (?2 IS NULL OR type = ?2) LIMIT ?3");
        statement.Bind(1, text).Bind(2, type).Bind(3, limit);
        var keys = new List<string>();
        while (statement.Step())
        {
            keys.Add(statement.Text(0));
        }

        return keys;
    });
}
