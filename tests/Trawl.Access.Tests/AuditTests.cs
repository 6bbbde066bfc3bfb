using Trawl.Access.Users;
using Trawl.Storage.Sqlite;

namespace Trawl.Access.Tests;

public sealed class AuditTests : AccessFixture
{
    private static readonly Caller s_ada = new("ada", Rights.Of(Role.Admin), "session");

    [Fact]
    public void AnUntouchedJournalIsGood()
    {
        Write(20);
        var verdict = Access.Audit.Verify();
        Assert.Equal((20, null), (verdict.Entries, verdict.BadSequence));
        Assert.Equal(["run.3", "run.4"], Access.Audit.Read(3, 2).Select(e => e.Target));
    }

    [Theory]
    [InlineData("UPDATE audit SET actor = 'eve' WHERE seq = 7", 7)]
    [InlineData("UPDATE audit SET at = at + 1 WHERE seq = 1", 1)]
    [InlineData("UPDATE audit SET detail = detail || ' ' WHERE seq = 20", 20)]
    [InlineData("DELETE FROM audit WHERE seq = 5", 6)]
    [InlineData("UPDATE audit SET seq = seq + 1 WHERE seq = 20", 21)]
    public void TheFirstBadEntryIsNamed(string sql, long expected)
    {
        Write(20);
        Tamper(sql);
        Assert.Equal(expected, Access.Audit.Verify().BadSequence);
    }

    [Fact]
    public void AJournalCutOffIsFoundByAHeadNotedElsewhere()
    {
        Write(5);
        var head = Access.Audit.Verify().Head;
        Write(2);
        Assert.Null(Access.Audit.Verify(head).BadSequence);
        Tamper("DELETE FROM audit WHERE seq > 4");
        Assert.Null(Access.Audit.Verify().BadSequence);
        Assert.Equal(5, Access.Audit.Verify(head).BadSequence);
    }

    [Fact]
    public void TheDatabaseRefusesToForget()
    {
        Write(1);
        using var database = SqliteDatabase.Open(Path.Combine(Home, "access.db"), SqliteOpenMode.ReadWrite);
        Assert.Throws<SqliteException>(() => database.Execute("DELETE FROM audit"));
        Assert.Throws<SqliteException>(() => database.Execute("UPDATE audit SET actor = 'eve'"));
    }

    [Fact]
    public async Task TwoProcessesWriteOneChain()
    {
        using var other = AccessControl.Open(Home, Clock);
        await Task.WhenAll(
            Task.Run(() => Write(50)),
            Task.Run(() =>
            {
                for (var i = 0; i < 50; i++)
                {
                    other.Audit.Append(s_ada, "run.stop", "other", "done", "", "");
                }
            }));
        Assert.Equal((100, null), (Access.Audit.Verify().Entries, Access.Audit.Verify().BadSequence));
    }

    private void Write(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Access.Audit.Append(s_ada, "run.start", $"run.{i}", "done", "because", "c1");
        }
    }

    private void Tamper(string sql)
    {
        using var database = SqliteDatabase.Open(Path.Combine(Home, "access.db"), SqliteOpenMode.ReadWrite);
        database.Execute("DROP TRIGGER audit_kept; DROP TRIGGER audit_fixed");
        database.Execute(sql);
    }
}
