using Trawl.Access.Users;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Access.Store;

/// <summary>A user with what only the store may know.</summary>
internal sealed record UserRow(User User, string? Password, int Wrong)
{
    public const string Columns = "name, role, disabled, created, locked_until, password, wrong";

    public static UserRow Read(SqliteStatement row) => new(
        new User(row.Text(0), (Role)row.Int32(1), row.Int64(2) != 0, Times.Read(row.Int64(3)), Times.Read(row.NullableInt64(4))),
        row.NullableText(5),
        row.Int32(6));
}
