using Trawl.Access.Users;

namespace Trawl.Access.Tests;

public sealed class UserTests : AccessFixture
{
    [Theory]
    [InlineData("Ada")]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("a b c")]
    [InlineData("аda")]
    [InlineData("ada\n")]
    public void NamesThatCouldBeMistakenAreRefused(string name) =>
        Assert.Equal(AccessProblemKind.Invalid, Access.Users.Add(name, Role.Viewer, null)?.Kind);

    [Theory]
    [InlineData("short", "12 characters")]
    [InlineData("qwertyuiop123", "first anybody tries")]
    [InlineData("aaaaaaaaaaaaaaaa", "first anybody tries")]
    [InlineData("my name is Grace.", "user's name")]
    public void WeakPasswordsAreRefusedWithTheReason(string password, string reason) =>
        Assert.Contains(reason, Access.Users.Add("grace", Role.Viewer, password)?.Message, StringComparison.Ordinal);

    [Fact]
    public void ANameIsGivenOnce()
    {
        Assert.Null(Access.Users.Add("grace", Role.Viewer, Password));
        Assert.Equal(AccessProblemKind.Conflict, Access.Users.Add("grace", Role.Admin, Password)?.Kind);
        Assert.Equal(Role.Viewer, Access.Users.Find("grace")?.Role);
    }

    [Fact]
    public void TheLastAdministratorStays()
    {
        Assert.Equal(AccessProblemKind.Conflict, Access.Users.SetRole("ada", Role.Editor)?.Kind);
        Assert.Equal(AccessProblemKind.Conflict, Access.Users.SetDisabled("ada", true)?.Kind);
        Assert.Equal(AccessProblemKind.Conflict, Access.Users.Remove("ada")?.Kind);
        Assert.Null(Access.Users.Add("grace", Role.Admin, Password));
        Assert.Null(Access.Users.Remove("ada"));
        Assert.Equal(["grace"], Access.Users.List().Select(u => u.Name));
    }

    [Fact]
    public void UsersAreThereAfterwards()
    {
        using var again = AccessControl.Open(Home, Clock);
        Assert.Equal("ada", Assert.Single(again.Users.List()).Name);
        Assert.NotNull(again.Sessions.SignIn("ada", Password).Secret);
    }

    [Fact]
    public void TheFileIsTheOwnersAlone()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Home, "access.db")));
        }
    }
}
