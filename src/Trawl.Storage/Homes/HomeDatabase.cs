using Trawl.Storage.Durability;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Homes;

/// <summary>
/// A small database of a home, such as its users or its schedules. Calls take turns; each change is one durable
/// transaction, also beside another process that has the file open (<c>trawl user</c> beside a server).
/// </summary>
internal sealed class HomeDatabase : IDisposable
{
    private readonly Lock _turn = new();
    private readonly SqliteDatabase _database;
    private readonly Dictionary<string, SqliteStatement> _statements = [];

    private HomeDatabase(SqliteDatabase database) => _database = database;

    /// <summary>Opens the file, or makes it, readable by its owner alone.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="schema">The tables of a new file.</param>
    /// <param name="options">How it writes; null for durably.</param>
    /// <exception cref="Engine.Seams.Store.RunStoreException">The file cannot be used.</exception>
    public static HomeDatabase Open(string path, string schema, RunStoreOptions? options = null)
    {
        try
        {
            CreateFile(path);
            var database = RunDatabase.OpenWriter(path, SqliteOpenMode.ReadWrite, options ?? new RunStoreOptions { CacheKib = 2_048 });
            return Prepared(database, path, schema);
        }
        catch (SqliteException error)
        {
            throw StoreErrors.From(error);
        }
    }

    /// <summary>Work in one transaction: all of it becomes durable, or nothing.</summary>
    public T Change<T>(Func<T> work) => Take(() =>
    {
        _database.Execute("BEGIN IMMEDIATE");
        try
        {
            var result = work();
            _database.Execute("COMMIT");
            return result;
        }
        catch
        {
            if (_database.InTransaction)
            {
                _database.Execute("ROLLBACK");
            }

            throw;
        }
    });

    /// <summary>Reading, in turn with the others.</summary>
    public T Take<T>(Func<T> work)
    {
        lock (_turn)
        {
            try
            {
                return work();
            }
            catch (SqliteException error)
            {
                throw StoreErrors.From(error);
            }
            finally
            {
                Rest();
            }
        }
    }

    /// <summary>A statement, prepared once, ready to be bound; only within <see cref="Take"/> or <see cref="Change"/>.</summary>
    public SqliteStatement Sql(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = _database.Prepare(sql);
            _statements.Add(sql, statement);
        }

        statement.Reset();
        return statement;
    }

    public void Dispose()
    {
        lock (_turn)
        {
            _database.Dispose();
        }
    }

    /// <summary>A statement left in the middle of its rows would hold an old view of the file open.</summary>
    private void Rest()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Reset();
        }
    }

    private static HomeDatabase Prepared(SqliteDatabase database, string path, string schema)
    {
        try
        {
            if (database.Scalar("PRAGMA user_version") == 0)
            {
                Create(database, schema);
                DurableFolder.Flush(Path.GetDirectoryName(path)!);
            }

            return new HomeDatabase(database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static void Create(SqliteDatabase database, string schema)
    {
        database.Execute("BEGIN IMMEDIATE");
        if (database.Scalar("PRAGMA user_version") == 0)
        {
            database.Execute(schema);
            database.Execute("PRAGMA user_version = 1");
        }

        database.Execute("COMMIT");
    }

    /// <summary>Hashes of passwords, and what is collected when, are nobody else's business.</summary>
    private static void CreateFile(string path)
    {
        DurableFolder.Create(Path.GetDirectoryName(path)!);
        if (File.Exists(path))
        {
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(path, options).Dispose();
    }
}
