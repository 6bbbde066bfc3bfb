using System.IO.Compression;
using System.Text;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Secrets;

/// <summary>
/// Secrets of every kind go to a real site and come back from it, the run dies in the middle and goes on, exchanges fail:
/// no file of the run holds one, compressed or not.
/// </summary>
public sealed class CanaryTests : IAsyncLifetime
{
    internal const string Pipeline = $$"""
        name: canary
        start: ["${site}/list?token={{Canaries.Query}}"]
        fetch:
          delay: 0 ms
          concurrency: 4
          perHost: 4
          retries: 1
          retryDelay: 1 ms
          cookies: true
          headers:
            Authorization: "Bearer ${env:CANARY}"
            X-Api-Key: {{Canaries.Header}}
            Cookie: id={{Canaries.Cookie}}
        redact:
          headers: [X-Api-Key, x-answer]
          query: [token]
        pages:
          all:
            follow:
              - { css: "[data-next]", attribute: data-next, template: "${site}/page?token={{Canaries.Query}}&of={value}" }
              - { css: "[data-next^=moved]", attribute: data-next, template: "${site}/moved?token={{Canaries.Query}}&of={value}" }
              - { css: "[data-next^=broken]", attribute: data-next, template: "${site}/broken?token={{Canaries.Query}}&of={value}" }
              - { css: "[data-next^=nowhere]", attribute: data-next, template: "${site}/nowhere?token={{Canaries.Query}}&of={value}" }
            extract:
              page: { fields: { url: { from: url }, title: h1 } }
        records: { page: { key: url } }
        """;

    private readonly Scratch _scratch = new();
    private SecretSite _site = null!;
    private string _address = "";

    public async Task InitializeAsync()
    {
        _site = await SecretSite.StartAsync();
        _address = _site.BaseUrl;
        await File.WriteAllTextAsync(_scratch.PathOf("canary.yaml"), Pipeline);
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _scratch.Dispose();
    }

    [Fact]
    public void NoFileOfARunHoldsASecret()
    {
        Assert.Equal(137, Run("CaptureFlushed:3").ExitCode);
        Assert.Empty(Found());
        using var trawl = Run(null);

        Assert.True(trawl.ExitCode is 0 or 1, trawl.Talk);
        Assert.Empty(_site.Missing);
        Assert.NotEmpty(_site.CameBack);
        var books = new RunBooks(_scratch.PathOf("home"));
        Assert.True(books.Done().Count > 8);
        Assert.All(books.Done(), url => Assert.Contains("token=sealed-", url, StringComparison.Ordinal));
        Assert.Contains(books.Query("SELECT url FROM requests WHERE via = 'redirect'"), url => url.Contains("token=sealed-", StringComparison.Ordinal));
        Assert.Empty(Found());
    }

    /// <summary>Links on the pages name the secret in clear: a replay seals them as the run did.</summary>
    [Fact]
    public async Task ARunWithSecrets_IsReplayedWithoutItsSite_AndNothingIsTold()
    {
        Assert.Equal(137, Run("CaptureFlushed:3").ExitCode);
        Run(null).Dispose();
        await _site.DisposeAsync();
        using var replay = Ask("replay", "last", "--check", "--json");

        Assert.True(replay.ExitCode == 0, replay.Out + replay.Talk);
        Assert.Empty(Found());
        using var changed = Ask("replay", "last", "--with", _scratch.PathOf("canary.yaml"), "--set", $"site={_address}", "--json");
        Assert.True(changed.ExitCode == 0, changed.Out + changed.Talk);
        Assert.Contains("\"missing\":[]", changed.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Canaries.Query, changed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutTheKey_AReplaySaysWhatIsMissing_AndMakesNone()
    {
        Run(null).Dispose();
        File.Delete(_scratch.PathOf("home", "keys", "seal.key"));
        using var replay = Ask("replay", "last");

        Assert.Equal(2, replay.ExitCode);
        Assert.Contains("keys/seal.key", replay.Talk, StringComparison.Ordinal);
        Assert.False(File.Exists(_scratch.PathOf("home", "keys", "seal.key")));
    }

    [Theory]
    [InlineData("page")]
    [InlineData("select", "h1")]
    public void ARecordedPage_IsFoundByTheUrlThatIsSent_AndByTheSealedOne(string command, params string[] more)
    {
        Run(null).Dispose();
        var asked = $"{_site.BaseUrl}/list?token={Canaries.Query}";
        var stored = new RunBooks(_scratch.PathOf("home")).Done().Single(url => url.Contains("/list?", StringComparison.Ordinal));
        foreach (var url in new[] { asked, stored })
        {
            using var trawl = Ask([command, "last", url, .. more, "--json"]);
            Assert.True(trawl.ExitCode == 0, trawl.Talk);
            Assert.Contains("token=sealed-", trawl.Out, StringComparison.Ordinal);
            Assert.DoesNotContain(Canaries.Query, trawl.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AnAskedUrl_IsFoundThoughItIsSealed()
    {
        Run(null).Dispose();
        using var trawl = TrawlProcess.Run(
            ["explain", Path.GetFileName(new RunBooks(_scratch.PathOf("home")).Folder), $"{_site.BaseUrl}/list?token={Canaries.Query}",
                "--home", _scratch.PathOf("home"), "--json"]);

        Assert.True(trawl.ExitCode == 0, trawl.Talk);
        Assert.Contains("\"verdict\":\"Fetched: status 200", trawl.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(Canaries.Query, trawl.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void TheScan_FindsWhatIsThere()
    {
        var folder = Directory.CreateDirectory(_scratch.PathOf("home", "runs", "r")).FullName;
        using (var gzip = new GZipStream(File.Create(Path.Combine(folder, "a.warc.gz")), CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.ASCII.GetBytes("x " + Canaries.Cookie));
        }

        File.WriteAllText(Path.Combine(folder, "b.txt"), Canaries.Query);
        Assert.Equal([$"r/a.warc.gz holds {Canaries.Cookie}", $"r/b.txt holds {Canaries.Query}"], Found().Where(f => !f.EndsWith("canary+query", StringComparison.Ordinal)));
    }

    private TrawlProcess Ask(params string[] arguments) =>
        TrawlProcess.Run([.. arguments, "--home", _scratch.PathOf("home")], null, ("CANARY", Canaries.Authorization));

    private TrawlProcess Run(string? crashAt) => TrawlProcess.Run(
        ["run", _scratch.PathOf("canary.yaml"), "--home", _scratch.PathOf("home"), "--key", "canary", "--json", "--set", $"site={_site.BaseUrl}"],
        crashAt, ("CANARY", Canaries.Authorization));

    private IReadOnlyList<string> Found() => SecretScan.Of(_scratch.PathOf("home", "runs"), Spellings());

    private static IEnumerable<string> Spellings()
    {
        string[] canaries = [Canaries.Query, Canaries.Authorization, Canaries.Header, Canaries.Cookie, Canaries.SetCookie, Canaries.Answer];
        return canaries.Concat(["canary query+value", "canary+query", "canary%2Bquery", Convert.ToBase64String(Encoding.ASCII.GetBytes("canary"))]);
    }
}
