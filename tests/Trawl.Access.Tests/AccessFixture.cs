using Trawl.Access.Tokens;
using Trawl.Access.Users;

namespace Trawl.Access.Tests;

/// <summary>A home of its own with an administrator, and a clock that stands still.</summary>
public abstract class AccessFixture : IDisposable
{
    protected const string Password = "a long enough secret";

    protected AccessFixture()
    {
        Home = Directory.CreateTempSubdirectory("trawl-access").FullName;
        Access = AccessControl.Open(Home, Clock);
        Assert.Null(Access.Users.Add("ada", Role.Admin, Password));
    }

    protected string Home { get; }

    protected SetClock Clock { get; } = new();

    protected AccessControl Access { get; }

    protected NewToken Token(string user, Right rights, DateTimeOffset? expires = null) =>
        Access.Tokens.Create(user, "test", rights, expires, out var problem) ?? throw new InvalidOperationException(problem!.Message);

    public void Dispose()
    {
        Access.Dispose();
        Directory.Delete(Home, recursive: true);
        GC.SuppressFinalize(this);
    }
}
