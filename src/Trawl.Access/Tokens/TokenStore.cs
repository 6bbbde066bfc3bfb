using Trawl.Access.Store;
using Trawl.Access.Users;
using Trawl.Storage.Homes;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Access.Tokens;

/// <summary>The tokens of a home, stored as hashes.</summary>
public sealed class TokenStore
{
    /// <summary>Use is noted once in this time, so that reading costs no write each call.</summary>
    private static readonly TimeSpan s_noteEvery = TimeSpan.FromMinutes(1);

    private const string Columns = "t.id, t.user, t.label, t.rights, t.created, t.expires, t.used, t.hash, u.role, u.disabled";

    private readonly HomeDatabase _database;
    private readonly TimeProvider _clock;

    internal TokenStore(HomeDatabase database, TimeProvider clock) => (_database, _clock) = (database, clock);

    /// <summary>Makes a token. Its secret is in the answer and nowhere else.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="label">What it is for, 1 to 100 characters.</param>
    /// <param name="rights">What it may do; cut to what its user may at the time of each call.</param>
    /// <param name="expiresAt">From when it is refused; null for never.</param>
    /// <param name="problem">Why there is none.</param>
    public NewToken? Create(string user, string label, Right rights, DateTimeOffset? expiresAt, out AccessProblem? problem)
    {
        problem = Check(user, label, rights, expiresAt);
        if (problem is not null)
        {
            return null;
        }

        var token = new ApiToken(SecretText.NewId(), user, label, rights, _clock.GetUtcNow(), expiresAt, null);
        var secret = SecretText.NewSecret(token.Id);
        _database.Change(() => _database.Sql(
            "INSERT INTO tokens (id, user, label, rights, hash, created, expires) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
            .Bind(1, token.Id).Bind(2, user).Bind(3, label).Bind(4, (long)rights).Bind(5, SecretText.Hash(secret))
            .Bind(6, Times.Store(token.CreatedAt)).Bind(7, expiresAt is { } end ? Times.Store(end) : null).Run());
        return new NewToken(token, secret);
    }

    /// <summary>Tokens of a user, or of all, oldest first.</summary>
    public IReadOnlyList<ApiToken> List(string? user) => _database.Take(() =>
    {
        var rows = _database.Sql(
            $"SELECT {Columns} FROM tokens t JOIN users u ON u.name = t.user WHERE ?1 IS NULL OR t.user = ?1 ORDER BY t.created, t.id")
            .Bind(1, user);
        var tokens = new List<ApiToken>();
        while (rows.Step())
        {
            tokens.Add(Read(rows));
        }

        return tokens;
    });

    /// <summary>Removes a token; only of that user when one is named. Null when done.</summary>
    public AccessProblem? Revoke(string id, string? user) => _database.Change(() =>
        _database.Sql("DELETE FROM tokens WHERE id = ?1 AND (?2 IS NULL OR user = ?2)").Bind(1, id).Bind(2, user).Run() == 1
            ? null
            : new AccessProblem(AccessProblemKind.NotFound, $"There is no token \"{id}\".", "\"trawl token list\" lists those there are."));

    /// <summary>Who carries this secret; null when it is none, expired, or its user is disabled.</summary>
    public Caller? Accept(string secret)
    {
        if (SecretText.IdOf(secret) is not { } id)
        {
            return null;
        }

        var now = _clock.GetUtcNow();
        return _database.Take(() =>
        {
            var row = _database.Sql($"SELECT {Columns} FROM tokens t JOIN users u ON u.name = t.user WHERE t.id = ?1").Bind(1, id);
            if (!row.Step() || !SecretText.Equal(row.Blob(7), secret) || row.Int64(9) != 0)
            {
                return null;
            }

            var token = Read(row);
            var most = Rights.Of((Role)row.Int32(8));
            if (token.ExpiresAt <= now)
            {
                return null;
            }

            NoteUse(token, now);
            return new Caller(token.User, token.Rights & most, $"token:{id}");
        });
    }

    private void NoteUse(ApiToken token, DateTimeOffset now)
    {
        if (token.LastUsedAt is not { } last || now - last >= s_noteEvery)
        {
            _database.Sql("UPDATE tokens SET used = ?2 WHERE id = ?1").Bind(1, token.Id).Bind(2, Times.Store(now)).Run();
        }
    }

    private AccessProblem? Check(string user, string label, Right rights, DateTimeOffset? expiresAt)
    {
        var role = _database.Take(() =>
        {
            var row = _database.Sql("SELECT role FROM users WHERE name = ?1").Bind(1, user);
            return row.Step() ? (Role?)row.Int32(0) : null;
        });
        return role is null
                ? new(AccessProblemKind.NotFound, $"There is no user \"{user}\".", "\"trawl user list\" lists those there are.")
            : label.Length is 0 or > 100 || label.Any(char.IsControl)
                ? new(AccessProblemKind.Invalid, "A token's label is one line of 1 to 100 characters.", "Say what it is for.")
            : rights == Right.None || (rights & ~Rights.Of(role.Value)) != 0
                ? new(AccessProblemKind.Invalid, $"\"{user}\" does not have all of these rights.",
                    $"Choose from {string.Join(", ", Rights.Names(Rights.Of(role.Value)))}.")
            : expiresAt <= _clock.GetUtcNow()
                ? new(AccessProblemKind.Invalid, "The token would have expired already.", "Give a time to come.")
            : null;
    }

    private static ApiToken Read(SqliteStatement row) => new(
        row.Text(0), row.Text(1), row.Text(2), (Right)row.Int32(3), Times.Read(row.Int64(4)),
        Times.Read(row.NullableInt64(5)), Times.Read(row.NullableInt64(6)));
}
