using System.Runtime.InteropServices;
using System.Text;

namespace Trawl.Storage.Sqlite;

/// <summary>
/// A prepared statement. Texts and blobs are bound from a pinned arena of its own without a copy by SQLite; values
/// live until <see cref="Reset"/>.
/// </summary>
internal sealed unsafe class SqliteStatement : IDisposable
{
    private const int ArenaSize = 8192;
    private const nint Transient = -1;

    private readonly SqliteDatabase _database;
    private readonly string _sql;
    private nint _handle;
    private byte[]? _arena;
    private byte* _arenaStart;
    private int _used;

    internal SqliteStatement(SqliteDatabase database, nint handle, string sql)
    {
        _database = database;
        _handle = handle;
        _sql = sql;
    }

    internal SqliteStatement Bind(int index, long value)
    {
        _database.Check(SqliteNative.BindInt64(_handle, index, value), _sql);
        return this;
    }

    internal SqliteStatement Bind(int index, double value)
    {
        _database.Check(SqliteNative.BindDouble(_handle, index, value), _sql);
        return this;
    }

    internal SqliteStatement Bind(int index, long? value) =>
        value is { } number ? Bind(index, number) : BindNull(index);

    internal SqliteStatement BindNull(int index)
    {
        _database.Check(SqliteNative.BindNull(_handle, index), _sql);
        return this;
    }

    internal SqliteStatement Bind(int index, string? text)
    {
        if (text is null)
        {
            return BindNull(index);
        }

        var most = text.Length * 3;
        if (most > ArenaSize - _used)
        {
            return BindUtf8(index, Encoding.UTF8.GetBytes(text));
        }

        var start = Room();
        var length = Encoding.UTF8.GetBytes(text, new Span<byte>(start, most));
        _used += length;
        _database.Check(SqliteNative.BindText(_handle, index, start, length, 0), _sql);
        return this;
    }

    internal SqliteStatement BindUtf8(int index, ReadOnlySpan<byte> text)
    {
        fixed (byte* bytes = &MemoryMarshal.GetReference(NotNull(text)))
        {
            _database.Check(SqliteNative.BindText(_handle, index, bytes, text.Length, Transient), _sql);
        }

        return this;
    }

    internal SqliteStatement Bind(int index, ReadOnlySpan<byte> blob)
    {
        if (blob.Length > ArenaSize - _used)
        {
            fixed (byte* bytes = blob)
            {
                _database.Check(SqliteNative.BindBlob(_handle, index, bytes, blob.Length, Transient), _sql);
            }

            return this;
        }

        var start = Room();
        blob.CopyTo(new Span<byte>(start, blob.Length));
        _used += blob.Length;
        _database.Check(SqliteNative.BindBlob(_handle, index, start, blob.Length, 0), _sql);
        return this;
    }

    /// <summary>Moves to the next row; false behind the last.</summary>
    internal bool Step()
    {
        var code = SqliteNative.Step(_handle);
        if (code is SqliteCode.Row or SqliteCode.Done)
        {
            return code == SqliteCode.Row;
        }

        var error = _database.Error(_sql, code);
        Reset();
        throw error;
    }

    /// <summary>Runs to the end and resets; returns the rows changed.</summary>
    internal int Run()
    {
        while (Step())
        {
        }

        var changes = _database.Changes;
        Reset();
        return changes;
    }

    /// <summary>Ready for the next use; values bound from the arena are forgotten with it.</summary>
    internal void Reset()
    {
        _ = SqliteNative.Reset(_handle);
        if (_used > 0)
        {
            _ = SqliteNative.ClearBindings(_handle);
            _used = 0;
        }
    }

    internal int Columns => SqliteNative.ColumnCount(_handle);

    internal bool IsNull(int column) => SqliteNative.ColumnType(_handle, column) == SqliteCode.TypeNull;

    internal long Int64(int column) => SqliteNative.ColumnInt64(_handle, column);

    internal int Int32(int column) => (int)SqliteNative.ColumnInt64(_handle, column);

    internal long? NullableInt64(int column) => IsNull(column) ? null : Int64(column);

    internal string Text(int column)
    {
        var text = SqliteNative.ColumnText(_handle, column);
        return text == null ? "" : Encoding.UTF8.GetString(text, SqliteNative.ColumnBytes(_handle, column));
    }

    internal string? NullableText(int column) => IsNull(column) ? null : Text(column);

    /// <summary>The value's bytes; valid until the next step.</summary>
    internal ReadOnlySpan<byte> Blob(int column)
    {
        var bytes = SqliteNative.ColumnBlob(_handle, column);
        return bytes == null ? [] : new ReadOnlySpan<byte>(bytes, SqliteNative.ColumnBytes(_handle, column));
    }

    public void Dispose()
    {
        if (_handle != 0)
        {
            _ = SqliteNative.Finish(_handle);
            _handle = 0;
            _database.Forget(this);
        }
    }

    private static ReadOnlySpan<byte> NotNull(ReadOnlySpan<byte> text) => text.IsEmpty ? "\0"u8 : text;

    private byte* Room()
    {
        if (_arena is null)
        {
            _arena = GC.AllocateUninitializedArray<byte>(ArenaSize, pinned: true);
            _arenaStart = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_arena, 0);
        }

        return _arenaStart + _used;
    }
}
