using Trawl.Engine.Seams.Plugins;
using Trawl.Storage.Homes;
using Trawl.Storage.Runs;

namespace Trawl.Enrich.Answers;

/// <summary>
/// The answers of a run, in a database of its folder. One is on the disk before anything that follows from it can be committed:
/// a question that comes again, for the process died in between, finds it there. The first answer stands; a failure gives way.
/// </summary>
internal sealed class AnswerFile : IDisposable
{
    private const string Schema = """
        CREATE TABLE answers (
            key BLOB PRIMARY KEY, content BLOB NOT NULL, owner TEXT NOT NULL, who TEXT NOT NULL, asked TEXT NOT NULL,
            answer TEXT, code TEXT, message TEXT, tokens INTEGER NOT NULL, took INTEGER NOT NULL, at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX answers_by_content ON answers (content);
        CREATE TABLE spent (owner TEXT PRIMARY KEY, calls INTEGER NOT NULL, took INTEGER NOT NULL, bytes INTEGER NOT NULL, tokens INTEGER NOT NULL);
        """;

    private readonly HomeDatabase _database;

    private AnswerFile(HomeDatabase database) => _database = database;

    /// <summary>Its path in a run's folder.</summary>
    public static string PathOf(string runFolder) => Path.Combine(runFolder, "plugins", "answers.db");

    /// <exception cref="Engine.Seams.Store.RunStoreException">It cannot be used.</exception>
    public static AnswerFile Open(string runFolder, bool durable) =>
        new(HomeDatabase.Open(PathOf(runFolder), Schema, new RunStoreOptions { CacheKib = 2_048, Durable = durable }));

    /// <summary>The answer that the question had where it arose.</summary>
    public Answer? Find(Question question) => _database.Take(() =>
        Read("SELECT answer, code, message, tokens FROM answers WHERE key = ?1", question.Key));

    /// <summary>The last answer that the same question had anywhere.</summary>
    public Answer? FindLike(Question question) => _database.Take(() =>
        Read("SELECT answer, code, message, tokens FROM answers WHERE content = ?1 ORDER BY at DESC, key LIMIT 1", question.Content));

    /// <summary>What the owner's questions have cost so far.</summary>
    public Spending SpentBy(string owner) => _database.Take(() =>
    {
        var row = _database.Sql("SELECT calls, took, bytes, tokens FROM spent WHERE owner = ?1").Bind(1, owner);
        return row.Step() ? new Spending(row.Int64(0), row.Int64(1), row.Int64(2), row.Int64(3)) : default;
    });

    /// <summary>Writes an answer down, durably, and what it cost.</summary>
    public void Keep(Question question, string asked, Answer answer, Spending cost, DateTimeOffset at) => _database.Change(() =>
    {
        _database.Sql(
            """
            INSERT INTO answers VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            ON CONFLICT (key) DO UPDATE SET answer = excluded.answer, code = excluded.code, message = excluded.message,
                tokens = excluded.tokens, took = excluded.took, at = excluded.at WHERE answers.code IS NOT NULL
            """)
            .Bind(1, question.Key.AsSpan()).Bind(2, question.Content.AsSpan()).Bind(3, question.Owner).Bind(4, question.Who)
            .Bind(5, asked).Bind(6, answer.Text).Bind(7, answer.Fault?.Code).Bind(8, answer.Fault?.Message)
            .Bind(9, answer.Tokens).Bind(10, cost.Milliseconds).Bind(11, at.UtcTicks).Step();
        _database.Sql(
            """
            INSERT INTO spent VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (owner) DO UPDATE SET
                calls = calls + ?2, took = took + ?3, bytes = bytes + ?4, tokens = tokens + ?5
            """)
            .Bind(1, question.Owner).Bind(2, cost.Calls).Bind(3, cost.Milliseconds).Bind(4, cost.Bytes).Bind(5, cost.Tokens).Step();
        return true;
    });

    public void Dispose() => _database.Dispose();

    private Answer? Read(string sql, byte[] digest)
    {
        var row = _database.Sql(sql).Bind(1, digest.AsSpan());
        if (!row.Step()) return null;
        return new Answer(row.NullableText(0), row.NullableText(1) is { } code ? new PluginFault(code, row.NullableText(2) ?? "") : null, row.Int64(3));
    }
}
