using Trawl.Access.Audit;
using Trawl.Access.Passwords;
using Trawl.Access.Sessions;
using Trawl.Access.Store;
using Trawl.Access.Tokens;
using Trawl.Access.Users;
using Trawl.Storage.Homes;

namespace Trawl.Access;

/// <summary>Users, tokens, sessions and the audit journal of a home, kept in its <c>access.db</c>. Safe for concurrent use.</summary>
public sealed class AccessControl : IDisposable
{
    private readonly HomeDatabase _database;

    private AccessControl(HomeDatabase database, TimeProvider clock)
    {
        _database = database;
        var vault = new PasswordVault();
        Users = new UserStore(database, vault, clock);
        Tokens = new TokenStore(database, clock);
        Sessions = new SessionStore(database, vault, clock);
        Audit = new AuditLog(database, clock);
    }

    /// <summary>The users.</summary>
    public UserStore Users { get; }

    /// <summary>Keys for programs.</summary>
    public TokenStore Tokens { get; }

    /// <summary>Sessions of people.</summary>
    public SessionStore Sessions { get; }

    /// <summary>Who did what.</summary>
    public AuditLog Audit { get; }

    /// <summary>Opens, or begins, the users of a home.</summary>
    /// <param name="home">Absolute path of the home.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="IOException">The home cannot be written.</exception>
    public static AccessControl Open(string home, TimeProvider clock) =>
        new(HomeDatabase.Open(Path.Combine(home, "access.db"), AccessSchema.Sql), clock);

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();
}
