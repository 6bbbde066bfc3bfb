using System.Text;
using Trawl.Access.Users;

namespace Trawl.Access.Tests;

public sealed class TokenTests : AccessFixture
{
    [Fact]
    public void ATokenStandsForItsUserWithTheRightsItWasGiven()
    {
        var caller = Access.Tokens.Accept(Token("ada", Right.Read | Right.Operate).Secret);
        Assert.Equal("ada", caller?.User);
        Assert.Equal(Right.Read | Right.Operate, caller?.Rights);
    }

    [Fact]
    public void ATokenNeverOutgrowsItsUser()
    {
        Access.Users.Add("grace", Role.Editor, Password);
        var token = Token("grace", Right.Read | Right.Edit);
        Access.Users.SetRole("grace", Role.Viewer);
        Assert.Equal(Right.Read, Access.Tokens.Accept(token.Secret)?.Rights);
        Assert.Null(Access.Tokens.Create("grace", "more", Right.Administer, null, out var problem));
        Assert.Equal(AccessProblemKind.Invalid, problem?.Kind);
    }

    [Fact]
    public void ExpiredRevokedAndDisabledTokensAreRefused()
    {
        Access.Users.Add("grace", Role.Viewer, Password);
        var expiring = Token("ada", Right.Read, Clock.Now.AddMinutes(5));
        var revoked = Token("ada", Right.Read);
        var disabled = Token("grace", Right.Read);
        Assert.NotNull(Access.Tokens.Accept(expiring.Secret));
        Clock.Now += TimeSpan.FromMinutes(5);
        Access.Tokens.Revoke(revoked.Token.Id, "ada");
        Access.Users.SetDisabled("grace", true);
        Assert.All([expiring, revoked, disabled], t => Assert.Null(Access.Tokens.Accept(t.Secret)));
    }

    [Fact]
    public void NobodyRevokesTheTokenOfAnother()
    {
        var token = Token("ada", Right.Read);
        Assert.Equal(AccessProblemKind.NotFound, Access.Tokens.Revoke(token.Token.Id, "grace")?.Kind);
        Assert.NotNull(Access.Tokens.Accept(token.Secret));
    }

    [Fact]
    public void ASecretWithOneLetterChangedIsNone()
    {
        var secret = Token("ada", Right.Read).Secret;
        for (var i = 0; i < secret.Length; i++)
        {
            var changed = secret[..i] + (secret[i] == 'x' ? 'y' : 'x') + secret[(i + 1)..];
            Assert.Null(Access.Tokens.Accept(changed));
        }
    }

    [Fact]
    public void NoSecretIsInTheFiles()
    {
        var secret = Token("ada", Right.Read).Secret;
        var session = Access.Sessions.SignIn("ada", Password).Secret!;
        foreach (var file in Directory.GetFiles(Home))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var text = reader.ReadToEnd();
            Assert.All([secret[19..], session[19..], Password], s => Assert.DoesNotContain(s, text, StringComparison.Ordinal));
        }
    }
}
