using System.Net;
using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Tests.Servers;
using Trawl.Model.Errors;

namespace Trawl.Fetch.Tests.Egress;

/// <summary>The fetcher on real sockets: what is refused is not even knocked at.</summary>
public sealed class GuardedFetchTests
{
    private static readonly string s_answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

    [Fact]
    public async Task A_refused_host_sees_no_connection_and_the_error_says_the_way_out()
    {
        await using var canary = RawServer.Saying(s_answer);
        using var fetcher = new FetcherFixture(o => o with { Egress = FetcherFixture.Allowing("wiki.corp") });

        using var result = await fetcher.GetAsync(canary.Url);

        Assert.Equal(FetchErrorKind.Egress, result.Error?.Kind);
        Assert.Equal(ErrorCode.FetchEgress, result.Error!.Code);
        Assert.False(result.Error.IsTransient);
        Assert.Contains("allow it with egress: { allow: [\"127.0.0.1:", result.Error.Message, StringComparison.Ordinal);
        Assert.Null(result.Address);
        Assert.Equal(0, canary.Accepted);
    }

    [Fact]
    public async Task A_name_that_changes_its_answer_never_reaches_the_second_one()
    {
        await using var allowed = RawServer.Saying(s_answer);
        var port = new Uri(allowed.Url).Port;
        await using var canary = RawServer.Saying(s_answer, IPAddress.Parse("127.0.0.2"), port);
        var resolver = PaperResolver.Saying("127.0.0.1", "127.0.0.2");
        using var fetcher = new FetcherFixture(o => o with
        {
            Egress = FetcherFixture.Allowing("127.0.0.1/32"),
            Resolver = resolver,
        });

        using var first = await fetcher.GetAsync($"http://rebind.example:{port}/");
        using var second = await fetcher.GetAsync($"http://rebind.example:{port}/");

        Assert.Equal(200, first.Status);
        Assert.Equal("127.0.0.1", first.Address);
        Assert.Equal(FetchErrorKind.Egress, second.Error?.Kind);
        Assert.Equal(2, resolver.Asked);
        Assert.Equal((1, 0), (allowed.Accepted, canary.Accepted));
    }

    [Fact]
    public async Task Of_several_addresses_only_those_that_passed_are_tried()
    {
        await using var allowed = RawServer.Saying(s_answer);
        var port = new Uri(allowed.Url).Port;
        await using var canary = RawServer.Saying(s_answer, IPAddress.Parse("127.0.0.2"), port);
        using var fetcher = new FetcherFixture(o => o with
        {
            Egress = FetcherFixture.Allowing("127.0.0.1/32"),
            Resolver = PaperResolver.SayingAll("127.0.0.2", "127.0.0.1"),
        });

        using var result = await fetcher.GetAsync($"http://both.example:{port}/");

        Assert.Equal("127.0.0.1", result.Address);
        Assert.Equal(0, canary.Accepted);
    }

    [Fact]
    public async Task A_redirect_is_handed_back_and_its_target_refused()
    {
        await using var canary = RawServer.Saying(s_answer, IPAddress.Parse("127.0.0.2"));
        await using var site = RawServer.Saying(
            $"HTTP/1.1 302 Found\r\nLocation: {canary.Url}\r\nContent-Length: 0\r\n\r\n");
        using var fetcher = new FetcherFixture();

        using var hop = await fetcher.GetAsync(site.Url);
        using var target = await fetcher.GetAsync(hop.Header("Location")!);

        Assert.Equal(302, hop.Status);
        Assert.Equal(FetchErrorKind.Egress, target.Error?.Kind);
        Assert.Equal(0, canary.Accepted);
    }

    [Fact]
    public async Task The_environment_s_proxy_is_no_way_around()
    {
        await using var canary = RawServer.Saying(s_answer);
        // The handler reads these when it is made; nothing else in this process asks for them.
        Environment.SetEnvironmentVariable("http_proxy", canary.Url);
        try
        {
            using var fetcher = new FetcherFixture(o => o with { Resolver = PaperResolver.Saying("10.0.0.1") });
            using var result = await fetcher.GetAsync("http://wiki.corp/");
            Assert.Equal(FetchErrorKind.Egress, result.Error?.Kind);
        }
        finally
        {
            Environment.SetEnvironmentVariable("http_proxy", null);
        }

        Assert.Equal(0, canary.Accepted);
    }
}
