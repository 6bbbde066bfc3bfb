namespace Trawl.Access.Tests;

public sealed class SessionTests : AccessFixture
{
    [Fact]
    public void ASessionLastsItsTimeAndEndsOnSignOut()
    {
        var session = Access.Sessions.SignIn("ada", Password);
        Assert.Equal("ada", Access.Sessions.Accept(session.Secret!)?.User);
        var other = Access.Sessions.SignIn("ada", Password);
        Access.Sessions.SignOut(other.Secret!);
        Assert.Null(Access.Sessions.Accept(other.Secret!));
        Clock.Now = session.ExpiresAt;
        Assert.Null(Access.Sessions.Accept(session.Secret!));
    }

    [Fact]
    public void AWrongNameAndAWrongPasswordLookAlike() => Assert.Equal(
        Access.Sessions.SignIn("nobody", Password) with { LockedUntil = null },
        Access.Sessions.SignIn("ada", "not the password") with { LockedUntil = null });

    [Fact]
    public void GuessingLocksLongerAndLonger()
    {
        for (var guess = 1; guess < 5; guess++)
        {
            Assert.Null(Access.Sessions.SignIn("ada", "wrong password").LockedUntil);
        }

        var pauses = new List<double>();
        for (var guess = 5; guess < 9; guess++)
        {
            var until = Access.Sessions.SignIn("ada", "wrong password").LockedUntil!.Value;
            Assert.Null(Access.Sessions.SignIn("ada", Password).Secret);
            pauses.Add((until - Clock.Now).TotalMinutes);
            Clock.Now = until;
        }

        Assert.Equal([1, 2, 4, 8], pauses);
        Assert.NotNull(Access.Sessions.SignIn("ada", Password).Secret);
        Assert.Null(Access.Sessions.SignIn("ada", "wrong password").LockedUntil);
    }

    [Fact]
    public async Task GuessesSideBySideAllCount()
    {
        var guesses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Access.Sessions.SignIn("ada", "wrong password"))));
        Assert.All(guesses, g => Assert.Null(g.Secret));
        Assert.True(Access.Users.Find("ada")!.LockedUntil > Clock.Now);
    }

    [Fact]
    public void ANewPasswordEndsTheSessions()
    {
        var session = Access.Sessions.SignIn("ada", Password);
        Assert.Null(Access.Users.SetPassword("ada", "another long secret"));
        Assert.Null(Access.Sessions.Accept(session.Secret!));
        Assert.Null(Access.Sessions.SignIn("ada", Password).Secret);
        Assert.NotNull(Access.Sessions.SignIn("ada", "another long secret").Secret);
    }
}
