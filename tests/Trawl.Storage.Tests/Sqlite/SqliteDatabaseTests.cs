using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Tests.Sqlite;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Describe_LibraryInUse_IsTheSystemsOnlyWhenNewEnough()
    {
        var library = SqliteEngine.Describe();
        Assert.True(library.Number >= SqliteLibrary.Oldest);
        using var database = SqliteDatabase.Open(_folder["x.db"], SqliteOpenMode.Create);
        Assert.Equal(library.Version, database.ScalarText("SELECT sqlite_version()"));
        Assert.Contains(library.Version, library.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bind_ValuesOfAllKindsAndSizes_ComeBackEqual()
    {
        using var database = SqliteDatabase.Open(_folder["x.db"], SqliteOpenMode.Create);
        database.Execute("CREATE TABLE t (i, s, b, d, n)");
        using var insert = database.Prepare("INSERT INTO t VALUES (?1, ?2, ?3, ?4, ?5)");
        using var read = database.Prepare("SELECT i, s, b, d, n FROM t WHERE rowid = ?1");
        foreach (var length in new[] { 0, 1, 100, 2000, 3000, 9000, 100_000 })
        {
            var text = string.Concat(Enumerable.Repeat("ü", length));
            var blob = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
            insert.Bind(1, long.MinValue + length).Bind(2, text).Bind(3, blob.AsSpan()).Bind(4, 0.5).BindNull(5).Run();
            Assert.True(read.Bind(1, database.Scalar("SELECT max(rowid) FROM t")).Step());
            Assert.Equal(long.MinValue + length, read.Int64(0));
            Assert.Equal(text, read.Text(1));
            Assert.Equal(blob, read.Blob(2).ToArray());
            Assert.True(read.IsNull(4));
            Assert.Null(read.NullableText(4));
            read.Reset();
        }

        Assert.Equal(0, database.Scalar("SELECT count(*) FROM t WHERE typeof(s) <> 'text' OR s IS NULL"));
    }

    [Fact]
    public void Reset_ForgetsTextsSoThatNoOldOneIsWritten()
    {
        using var database = SqliteDatabase.Open(_folder["x.db"], SqliteOpenMode.Create);
        database.Execute("CREATE TABLE t (a, b)");
        using var insert = database.Prepare("INSERT INTO t VALUES (?1, ?2)");
        insert.Bind(1, "a").Bind(2, "b").Run();
        insert.Bind(1, "c").Run();
        Assert.Equal(1, database.Scalar("SELECT count(*) FROM t WHERE a = 'c' AND b IS NULL"));
    }

    [Fact]
    public void Errors_NameTheFileTheReasonAndTheStatement()
    {
        using var database = SqliteDatabase.Open(_folder["x.db"], SqliteOpenMode.Create);
        var error = Assert.Throws<SqliteException>(() => database.Execute("SELECT missing"));
        Assert.Contains("x.db", error.Message, StringComparison.Ordinal);
        Assert.Contains("no such column: missing", error.Message, StringComparison.Ordinal);
        database.Execute("CREATE TABLE t (a UNIQUE); INSERT INTO t VALUES (1)");
        using var insert = database.Prepare("INSERT INTO t VALUES (1)");
        Assert.Equal(19, Assert.Throws<SqliteException>(() => insert.Run()).Code);
        Assert.Equal(
            SqliteCode.CannotOpen,
            Assert.Throws<SqliteException>(
                () => SqliteDatabase.Open(_folder["no/x.db"], SqliteOpenMode.ReadWrite)).Code);
    }
}
