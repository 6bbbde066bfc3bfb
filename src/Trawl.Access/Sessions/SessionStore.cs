using Microsoft.AspNetCore.Identity;
using Trawl.Access.Passwords;
using Trawl.Access.Store;
using Trawl.Access.Tokens;
using Trawl.Access.Users;
using Trawl.Storage.Homes;
using Trawl.Storage.Runs;

namespace Trawl.Access.Sessions;

/// <summary>Sessions of people who signed in with a password.</summary>
public sealed class SessionStore
{
    /// <summary>How long a session lasts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private const string Refused = "Name or password is wrong.";

    private readonly HomeDatabase _database;
    private readonly PasswordVault _vault;
    private readonly TimeProvider _clock;

    internal SessionStore(HomeDatabase database, PasswordVault vault, TimeProvider clock) =>
        (_database, _vault, _clock) = (database, vault, clock);

    /// <summary>Signs in. The answer to a wrong name and to a wrong password is the same, and takes as long.</summary>
    public SignIn SignIn(string name, string password)
    {
        var now = _clock.GetUtcNow();
        var row = _database.Take(() => Row(name));
        if (row?.User.LockedUntil > now)
        {
            return new SignIn(null, default, "Too many wrong passwords.", row.User.LockedUntil);
        }

        if (row?.Password is not { } hash || row.User.IsDisabled || password.Length > PasswordRule.Most)
        {
            _vault.VerifyNobody(password.Length > PasswordRule.Most ? "" : password);
            return new SignIn(null, default, Refused, null);
        }

        // Outside the database's turn: hashing takes long on purpose.
        return _vault.Verify(name, hash, password) == PasswordVerificationResult.Failed
            ? Wrong(name, now)
            : Open(name, now);
    }

    /// <summary>Makes a session for somebody already proven, such as by the one-time token of a fresh server.</summary>
    public SignIn Open(string name) => Open(name, _clock.GetUtcNow());

    /// <summary>Who carries this cookie; null when it is none, over, or the user is disabled.</summary>
    public Caller? Accept(string secret)
    {
        if (SecretText.IdOf(secret) is not { } id)
        {
            return null;
        }

        return _database.Take(() =>
        {
            var row = _database.Sql(
                "SELECT s.hash, s.expires, u.name, u.role, u.disabled FROM sessions s JOIN users u ON u.name = s.user WHERE s.id = ?1")
                .Bind(1, id);
            return row.Step() && SecretText.Equal(row.Blob(0), secret) && row.Int64(4) == 0
                && Times.Read(row.Int64(1)) > _clock.GetUtcNow()
                    ? new Caller(row.Text(2), Rights.Of((Role)row.Int32(3)), "session")
                    : null;
        });
    }

    /// <summary>Ends a session.</summary>
    public void SignOut(string secret)
    {
        if (SecretText.IdOf(secret) is { } id)
        {
            _database.Change(() => _database.Sql("DELETE FROM sessions WHERE id = ?1").Bind(1, id).Run());
        }
    }

    private SignIn Open(string name, DateTimeOffset now)
    {
        var id = SecretText.NewId();
        var secret = SecretText.NewSecret(id);
        var expires = now + Lifetime;
        _database.Change(() =>
        {
            _database.Sql("UPDATE users SET wrong = 0, locked_until = NULL WHERE name = ?1").Bind(1, name).Run();
            _database.Sql("DELETE FROM sessions WHERE expires <= ?1").Bind(1, Times.Store(now)).Run();
            return _database.Sql("INSERT INTO sessions (id, user, hash, created, expires) VALUES (?1, ?2, ?3, ?4, ?5)")
                .Bind(1, id).Bind(2, name).Bind(3, SecretText.Hash(secret)).Bind(4, Times.Store(now)).Bind(5, Times.Store(expires)).Run();
        });
        return new SignIn(secret, expires, null, null);
    }

    private SignIn Wrong(string name, DateTimeOffset now) => _database.Change(() =>
    {
        // Counted here and not from the row read before: guesses that run side by side all count.
        _database.Sql("UPDATE users SET wrong = wrong + 1 WHERE name = ?1").Bind(1, name).Run();
        var pause = LockOut.After(Row(name)?.Wrong ?? 0);
        var until = pause > TimeSpan.Zero ? now + pause : (DateTimeOffset?)null;
        _database.Sql("UPDATE users SET locked_until = ?2 WHERE name = ?1").Bind(1, name)
            .Bind(2, until is { } time ? Times.Store(time) : null).Run();
        return new SignIn(null, default, Refused, until);
    });

    private UserRow? Row(string name)
    {
        var row = _database.Sql($"SELECT {UserRow.Columns} FROM users WHERE name = ?1").Bind(1, name);
        return row.Step() ? UserRow.Read(row) : null;
    }
}
