using System.Runtime.InteropServices;
using System.Text;

namespace Trawl.Storage.Sqlite;

/// <summary>
/// One connection, used by one thread at a time. Statements are prepared once and live as long as it does.
/// </summary>
internal sealed unsafe class SqliteDatabase : IDisposable
{
    private readonly List<SqliteStatement> _statements = [];
    private nint _handle;

    private SqliteDatabase(nint handle, string path)
    {
        _handle = handle;
        Path = path;
    }

    internal string Path { get; }

    /// <summary>Rows that the last INSERT, UPDATE or DELETE changed.</summary>
    internal int Changes => SqliteNative.Changes(_handle);

    internal bool InTransaction => SqliteNative.GetAutocommit(_handle) == 0;

    internal static SqliteDatabase Open(string path, SqliteOpenMode mode)
    {
        SqliteEngine.Load();
        var flags = SqliteCode.OpenNoMutex | mode switch
        {
            SqliteOpenMode.ReadOnly => SqliteCode.OpenReadOnly,
            SqliteOpenMode.ReadWrite => SqliteCode.OpenReadWrite,
            _ => SqliteCode.OpenReadWrite | SqliteCode.OpenCreate,
        };
        nint handle;
        int code;
        fixed (byte* name = Encoding.UTF8.GetBytes(path + "\0"))
        {
            code = SqliteNative.Open(name, out handle, flags, null);
        }

        var database = new SqliteDatabase(handle, path);
        if (code != SqliteCode.Ok)
        {
            var error = database.Error("open", code);
            database.Dispose();
            throw error;
        }

        SqliteNative.BusyTimeout(handle, 30_000);
        return database;
    }

    /// <summary>Prepares one statement; the caller keeps it, the connection disposes it.</summary>
    internal SqliteStatement Prepare(string sql)
    {
        var bytes = Encoding.UTF8.GetBytes(sql);
        nint statement;
        fixed (byte* text = bytes)
        {
            var code = SqliteNative.Prepare(
                _handle, text, bytes.Length, SqliteCode.PreparePersistent, out statement, out _);
            Check(code, sql);
        }

        var prepared = new SqliteStatement(this, statement, sql);
        _statements.Add(prepared);
        return prepared;
    }

    /// <summary>Runs any number of statements that take no values; their rows are ignored.</summary>
    internal void Execute(string sql)
    {
        var bytes = Encoding.UTF8.GetBytes(sql);
        fixed (byte* text = bytes)
        {
            var rest = text;
            while (rest < text + bytes.Length)
            {
                var left = (int)(text + bytes.Length - rest);
                Check(SqliteNative.Prepare(_handle, rest, left, 0, out var statement, out rest), sql);
                if (statement != 0)
                {
                    RunOnce(statement, sql);
                }
            }
        }
    }

    /// <summary>The first column of the first row; 0 when there is none or it is null.</summary>
    internal long Scalar(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    /// <summary>The first column of the first row as text; null when there is none.</summary>
    internal string? ScalarText(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) : null;
    }

    internal void Forget(SqliteStatement statement) => _statements.Remove(statement);

    internal void Check(int code, string what)
    {
        if (code is not (SqliteCode.Ok or SqliteCode.Row or SqliteCode.Done))
        {
            throw Error(what, code);
        }
    }

    internal SqliteException Error(string what, int code)
    {
        var extended = _handle == 0 ? code : SqliteNative.ExtendedErrorCode(_handle);
        var message = _handle == 0 ? null : Marshal.PtrToStringUTF8((nint)SqliteNative.ErrorMessage(_handle));
        var verb = what.Length > 60 ? what[..60] + "…" : what;
        return new SqliteException(
            extended == 0 ? code : extended,
            $"SQLite, '{Path}': {message ?? "out of memory"} (code {extended}) at \"{verb}\"");
    }

    /// <summary>
    /// Lets go of the file without closing it. For a connection after a failed fsync: closing would checkpoint pages
    /// of which nobody knows whether they reached the disk.
    /// </summary>
    internal void Abandon()
    {
        _statements.Clear();
        _handle = 0;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.ToArray())
        {
            statement.Dispose();
        }

        _statements.Clear();
        if (_handle != 0)
        {
            SqliteNative.Close(_handle);
            _handle = 0;
        }
    }

    private void RunOnce(nint statement, string sql)
    {
        int code;
        do
        {
            code = SqliteNative.Step(statement);
        }
        while (code == SqliteCode.Row);

        var error = code == SqliteCode.Done ? null : Error(sql, code);
        SqliteNative.Finish(statement);
        if (error is not null)
        {
            throw error;
        }
    }
}
