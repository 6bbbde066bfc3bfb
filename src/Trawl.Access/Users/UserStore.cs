using Trawl.Access.Passwords;
using Trawl.Access.Store;
using Trawl.Storage.Homes;
using Trawl.Storage.Runs;

namespace Trawl.Access.Users;

/// <summary>The users of a home.</summary>
public sealed class UserStore
{
    private readonly HomeDatabase _database;
    private readonly PasswordVault _vault;
    private readonly TimeProvider _clock;

    internal UserStore(HomeDatabase database, PasswordVault vault, TimeProvider clock) =>
        (_database, _vault, _clock) = (database, vault, clock);

    /// <summary>Whether there is anybody.</summary>
    public bool Any() => _database.Take(() => _database.Sql("SELECT 1 FROM users LIMIT 1").Step());

    /// <summary>All users, by name.</summary>
    public IReadOnlyList<User> List() => _database.Take(() =>
    {
        var rows = _database.Sql($"SELECT {UserRow.Columns} FROM users ORDER BY name");
        var users = new List<User>();
        while (rows.Step())
        {
            users.Add(UserRow.Read(rows).User);
        }

        return users;
    });

    /// <summary>The user of that name; null when there is none.</summary>
    public User? Find(string name) => _database.Take(() => Row(name)?.User);

    /// <summary>Adds a user; without a password they can only use tokens. Null when done.</summary>
    public AccessProblem? Add(string name, Role role, string? password)
    {
        if (Check(name, role, password) is { } wrong)
        {
            return wrong;
        }

        var hash = password is null ? null : _vault.Hash(name, password);
        return _database.Change(() => _database.Sql(
            "INSERT OR IGNORE INTO users (name, role, password, created) VALUES (?1, ?2, ?3, ?4)")
            .Bind(1, name).Bind(2, (long)role).Bind(3, hash).Bind(4, Times.Store(_clock.GetUtcNow())).Run() == 1
                ? null
                : new AccessProblem(AccessProblemKind.Conflict, $"There is a user \"{name}\" already.", "Choose another name."));
    }

    /// <summary>Gives a user another role. Null when done.</summary>
    public AccessProblem? SetRole(string name, Role role) => Enum.IsDefined(role)
        ? Change(name, role != Role.Admin, () => _database.Sql("UPDATE users SET role = ?2 WHERE name = ?1").Bind(1, name).Bind(2, (long)role).Run())
        : UnknownRole();

    /// <summary>Sets a password, ends the user's sessions and their lock. Null when done.</summary>
    public AccessProblem? SetPassword(string name, string password)
    {
        if (PasswordRule.Check(name, password) is { } wrong)
        {
            return new AccessProblem(AccessProblemKind.Invalid, wrong, "Choose another password.");
        }

        var hash = _vault.Hash(name, password);
        return Change(name, weakens: false, () =>
        {
            _database.Sql("UPDATE users SET password = ?2, wrong = 0, locked_until = NULL WHERE name = ?1").Bind(1, name).Bind(2, hash).Run();
            _database.Sql("DELETE FROM sessions WHERE user = ?1").Bind(1, name).Run();
        });
    }

    /// <summary>Refuses, or accepts again, everything of a user; their sessions end at once. Null when done.</summary>
    public AccessProblem? SetDisabled(string name, bool disabled) => Change(name, disabled, () =>
    {
        _database.Sql("UPDATE users SET disabled = ?2 WHERE name = ?1").Bind(1, name).Bind(2, disabled ? 1L : 0L).Run();
        _database.Sql("DELETE FROM sessions WHERE user = ?1").Bind(1, name).Run();
    });

    /// <summary>Removes a user with their tokens and sessions; what they did stays in the audit journal. Null when done.</summary>
    public AccessProblem? Remove(string name) => Change(name, weakens: true, () =>
    {
        foreach (var table in (string[])["sessions", "tokens"])
        {
            _database.Sql($"DELETE FROM {table} WHERE user = ?1").Bind(1, name).Run();
        }

        _database.Sql("DELETE FROM users WHERE name = ?1").Bind(1, name).Run();
    });

    private AccessProblem? Change(string name, bool weakens, Action change) => _database.Change(() =>
    {
        if (Row(name) is not { } row)
        {
            return new AccessProblem(AccessProblemKind.NotFound, $"There is no user \"{name}\".", "\"trawl user list\" lists those there are.");
        }

        if (weakens && row.User is { Role: Role.Admin, IsDisabled: false } && Admins() == 1)
        {
            return new AccessProblem(
                AccessProblemKind.Conflict, $"\"{name}\" is the only administrator.", "Make somebody else an administrator first.");
        }

        change();
        return null;
    });

    private long Admins()
    {
        var count = _database.Sql("SELECT count(*) FROM users WHERE role = ?1 AND disabled = 0").Bind(1, (long)Role.Admin);
        count.Step();
        return count.Int64(0);
    }

    private UserRow? Row(string name)
    {
        var row = _database.Sql($"SELECT {UserRow.Columns} FROM users WHERE name = ?1").Bind(1, name);
        return row.Step() ? UserRow.Read(row) : null;
    }

    private static AccessProblem? Check(string name, Role role, string? password) =>
        !UserName.IsValid(name) ? new(AccessProblemKind.Invalid, $"\"{name}\" is no user's name.", $"A name is {UserName.Rule}.")
        : !Enum.IsDefined(role) ? UnknownRole()
        : password is not null && PasswordRule.Check(name, password) is { } weak
            ? new(AccessProblemKind.Invalid, weak, "Choose another password.")
        : null;

    private static AccessProblem UnknownRole() =>
        new(AccessProblemKind.Invalid, "There is no such role.", "Roles are viewer, operator, editor and admin.");
}
