using System.Security.Cryptography;
using System.Text;
using Trawl.Api.Pipelines.Saved;
using Trawl.Storage.Homes;
using Trawl.Storage.Sqlite;

namespace Trawl.Hosting.Saved;

/// <summary>
/// The saved pipelines of a home, in its <c>pipelines.db</c>. Every change is durable when it returns. Safe for concurrent
/// use, also by several processes.
/// </summary>
internal sealed class PipelineStore : IDisposable
{
    private const string Columns = "v.name, v.version, v.saved, v.author, v.note, v.sha256, v.public_only";

    private readonly HomeDatabase _database;

    private PipelineStore(HomeDatabase database) => _database = database;

    /// <exception cref="Engine.Seams.Store.RunStoreException">The file cannot be used.</exception>
    public static PipelineStore Open(string home) => new(HomeDatabase.Open(FileOf(home), PipelineSchema.Sql));

    /// <summary>Whether anything was ever saved in a home: reading makes no file.</summary>
    public static bool IsThere(string home) => File.Exists(FileOf(home));

    /// <summary>Saves a version unless another one than was expected is current; answers what is current then, null for nothing.</summary>
    public (SavedPipeline? Current, bool IsExpected, bool Created) Save(SavePipelineRequest request, DateTimeOffset now)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Text)));
        return _database.Change(() =>
        {
            var before = FindIn(request.Name);
            if ((before?.Current.Version ?? 0) != request.Expected)
            {
                return (before, false, false);
            }

            if (before?.Current.Sha256 == hash && before.Current.PublicOnly == request.PublicOnly)
            {
                return (before, true, false);
            }

            Insert(request, hash, now);
            return (FindIn(request.Name), true, true);
        });
    }

    /// <summary>Takes one away unless another version than was expected is current; answers what was current, null for nothing.</summary>
    public (SavedPipeline? Before, bool IsExpected) Remove(string name, int expected) => _database.Change(() =>
    {
        var before = FindIn(name);
        var isExpected = before?.Current.Version == expected;
        if (isExpected)
        {
            _database.Sql("UPDATE pipelines SET removed = 1 WHERE name = ?1").Bind(1, name).Run();
        }

        return (before, isExpected);
    });

    /// <summary>The pipeline of that name; null when there is none.</summary>
    public SavedPipeline? Find(string name) => _database.Take(() => FindIn(name));

    public IReadOnlyList<SavedPipeline> List(string? after, int limit) => _database.Take(() => Rows(
        _database.Sql(
            $"SELECT {Columns} FROM pipelines p JOIN versions v ON v.name = p.name AND v.version = p.current "
            + "WHERE p.removed = 0 AND p.name > ?1 ORDER BY p.name LIMIT ?2").Bind(1, after ?? "").Bind(2, (long)limit)));

    /// <summary>Versions below a number, the newest first.</summary>
    public IReadOnlyList<PipelineVersion> Versions(string name, int? before, int limit) => _database.Take(() => Rows(
        _database.Sql($"SELECT {Columns} FROM versions v WHERE v.name = ?1 AND v.version < ?2 ORDER BY v.version DESC LIMIT ?3")
            .Bind(1, name).Bind(2, (long)(before ?? int.MaxValue)).Bind(3, (long)limit)).Select(p => p.Current).ToList());

    /// <summary>A version with its text; null when there is none.</summary>
    public PipelineText? Read(string name, int version) => _database.Take(() =>
    {
        var row = _database.Sql($"SELECT {Columns}, v.text FROM versions v WHERE v.name = ?1 AND v.version = ?2").Bind(1, name).Bind(2, (long)version);
        return row.Step() ? new PipelineText(name, Version(row), row.Text(7)) : null;
    });

    public void Dispose() => _database.Dispose();

    private void Insert(SavePipelineRequest request, string hash, DateTimeOffset now)
    {
        var version = _database.Sql("SELECT COALESCE(MAX(version), 0) + 1 FROM versions WHERE name = ?1").Bind(1, request.Name);
        version.Step();
        var number = version.Int64(0);
        _database.Sql(
            "INSERT INTO versions (name, version, text, sha256, saved, author, note, public_only) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
            .Bind(1, request.Name).Bind(2, number).Bind(3, request.Text).Bind(4, hash).Bind(5, now.ToUnixTimeMilliseconds())
            .Bind(6, request.Author).Bind(7, request.Note).Bind(8, request.PublicOnly ? 1L : 0L).Run();
        _database.Sql("INSERT INTO pipelines (name, current) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET current = ?2, removed = 0")
            .Bind(1, request.Name).Bind(2, number).Run();
    }

    private SavedPipeline? FindIn(string name)
    {
        var rows = Rows(_database.Sql(
            $"SELECT {Columns} FROM pipelines p JOIN versions v ON v.name = p.name AND v.version = p.current WHERE p.removed = 0 AND p.name = ?1")
            .Bind(1, name));
        return rows.Count == 0 ? null : rows[0];
    }

    private static List<SavedPipeline> Rows(SqliteStatement rows)
    {
        var list = new List<SavedPipeline>();
        while (rows.Step())
        {
            list.Add(new SavedPipeline(rows.Text(0), Version(rows)));
        }

        return list;
    }

    private static PipelineVersion Version(SqliteStatement row) => new(
        row.Int32(1), DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(2)), row.NullableText(3), row.NullableText(4), row.Text(5), row.Int64(6) != 0);

    private static string FileOf(string home) => Path.Combine(home, "pipelines.db");
}
