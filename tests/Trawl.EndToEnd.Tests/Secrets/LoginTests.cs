using Trawl.EndToEnd.Tests.Replays;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Secrets;

/// <summary>Runs that must log in, on a real site whose sessions end in the middle, with processes that are killed.</summary>
public sealed class LoginTests : IAsyncLifetime
{
    private const string Pipeline = """
        name: members
        start: ${site}/page/1
        login:
          url: ${site}/login
          fields: { user: "${env:CANARY_USER}", pass: "${env:CANARY_PASSWORD}" }
          success: a.out
        scope: { exclude: [/logout] }
        fetch: { delay: 0 ms, concurrency: 3, perHost: 3, robots: ignore }
        pages:
          all: { url: /page/*, follow: a, extract: { page: { fields: { url: { from: url }, title: h1 } } } }
        records: { page: { key: url } }
        """;

    private readonly Scratch _scratch = new();
    private LoginSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await LoginSite.StartAsync(pagesASession: 10);
        await File.WriteAllTextAsync(_scratch.PathOf("members.yaml"), Pipeline);
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _scratch.Dispose();
    }

    [Fact]
    public async Task NoPageIsLostWhenSessionsEnd_NoSecretIsWritten_AndAReplayNeedsNeitherSiteNorSecrets()
    {
        using var killed = Run(LoginSite.Password, "CommitHalfway:3");
        Assert.True(killed.ExitCode == 137, killed.Talk);
        Assert.Empty(Found());
        using var trawl = Run(LoginSite.Password);

        Assert.True(trawl.ExitCode == 0, trawl.Talk);
        var books = new RunBooks(_scratch.PathOf("home"));
        Assert.Equal(24, books.Done().Count);
        Assert.Equal(24, File.ReadAllLines(Path.Combine(books.Folder, "datasets", "page.jsonl")).Length);
        Assert.InRange(_site.Logins, 3, 8);
        Assert.InRange(_site.Anonymous, 1, 30);
        Assert.Equal(0, _site.Refused);
        Assert.Contains(books.Query("SELECT data FROM journal WHERE kind = 50"), data => data.Contains("Logged in. The session was over", StringComparison.Ordinal));
        Assert.Empty(Found());
        await _site.DisposeAsync();
        ReplayedRun.AssertSame(_scratch.PathOf("home"));
    }

    [Fact]
    public void ARefusedLogin_StopsTheRun_WhichGoesOnWithTheRightPassword()
    {
        using var refused = Run("wrong");
        Assert.True(refused.ExitCode is not (0 or 137), refused.Talk);
        Assert.Contains("TRAWL-LOGIN-001", refused.Talk, StringComparison.Ordinal);
        var books = new RunBooks(_scratch.PathOf("home"));
        Assert.Empty(books.FailedWith("TRAWL-LOGIN-001"));
        using var resumed = Run(LoginSite.Password);

        Assert.True(resumed.ExitCode == 0, resumed.Talk);
        Assert.Equal(24, books.Done().Count);
        Assert.InRange(_site.Refused, 1, 3);
        Assert.Empty(Found());
        ReplayedRun.AssertSame(_scratch.PathOf("home"));
    }

    private TrawlProcess Run(string password, string? crashAt = null) => TrawlProcess.Run(
        ["run", _scratch.PathOf("members.yaml"), "--home", _scratch.PathOf("home"), "--key", "k", "--json", "--set", $"site={_site.BaseUrl}"],
        crashAt, ("CANARY_USER", LoginSite.User), ("CANARY_PASSWORD", password));

    private IReadOnlyList<string> Found() => SecretScan.Of(
        _scratch.PathOf("home", "runs"), [LoginSite.User, "canary pass", "canary+pass", "canary%20pass", LoginSite.Session]);
}
