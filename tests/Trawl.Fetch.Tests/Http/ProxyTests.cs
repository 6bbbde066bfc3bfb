using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Egress;
using Trawl.Fetch.Proxies;
using Trawl.Fetch.Tests.Servers;
using Trawl.Model.Plans;

namespace Trawl.Fetch.Tests.Http;

/// <summary>Real proxies on loopback, in front of real servers.</summary>
public sealed class ProxyTests : IAsyncLifetime
{
    private const string Secret = "me:p@ss w\u00f6rd";

    private Site _plain = null!;
    private Site _secure = null!;

    public async Task InitializeAsync()
    {
        _plain = await Site.StartAsync(Answer);
        _secure = await Site.StartAsync(Answer, TestCertificates.Good(), HttpProtocols.Http1);
    }

    public async Task DisposeAsync()
    {
        await _plain.DisposeAsync();
        await _secure.DisposeAsync();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Everything_goes_through_the_proxy_and_its_password_goes_no_further(bool isSocks, bool isSecret)
    {
        await using var proxy = new TestProxy(isSocks, isSecret ? Secret : null);
        using var fetcher = Through([proxy.Url], isSecret ? Secret : null);

        using var plain = await fetcher.GetAsync(_plain.Url);
        using var secure = await fetcher.GetAsync(_secure.Url);
        using var again = await fetcher.GetAsync(_secure.Url + "again");

        Assert.Null(plain.Error);
        Assert.Null(secure.Error);
        Assert.Equal(["/ ", "/ ", "/again "], new[] { plain, secure, again }.Select(FetcherFixture.Text));
        Assert.Contains(proxy.Asked, line => line.StartsWith(isSocks ? "SOCKS " : $"GET {_plain.Url} ", StringComparison.Ordinal));
        Assert.Contains(proxy.Asked, line => line.StartsWith(isSocks ? "SOCKS " : "CONNECT ", StringComparison.Ordinal));
        Assert.All([secure, again], result => Assert.StartsWith("GET /", Head(result.RawRequestHead), StringComparison.Ordinal));
        Assert.All([secure, again], result => Assert.DoesNotContain("Proxy-", Head(result.RawRequestHead), StringComparison.Ordinal));
        Assert.All([plain, secure, again], result => Assert.StartsWith("HTTP/1.1 200", Head(result.RawResponseHead), StringComparison.Ordinal));
        Assert.All([plain, secure, again], result => Assert.Null(result.Address));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_proxy_that_refuses_us_is_named(bool isTunnel)
    {
        await using var proxy = new TestProxy(secret: Secret);
        using var fetcher = Through([proxy.Url], "me:wrong");

        using var result = await fetcher.GetAsync(isTunnel ? _secure.Url : _plain.Url);

        Assert.Equal((FetchErrorKind.Proxy, "TRAWL-PROXY-001", true), (result.Error!.Kind, result.Error.Code, result.Error.IsTransient));
        Assert.Contains("407", result.Error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_target_is_held_against_the_rules_before_the_proxy_is_asked()
    {
        await using var proxy = new TestProxy();
        using var fetcher = Through([proxy.Url]);

        using var refused = await fetcher.GetAsync("http://10.0.0.7/");
        using var unknown = await fetcher.GetAsync($"http://only-there.test:{new Uri(_plain.Url).Port}/");

        Assert.Equal(FetchErrorKind.Egress, refused.Error!.Kind);
        Assert.Null(unknown.Error);
        Assert.StartsWith("GET http://only-there.test:", Assert.Single(proxy.Asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_proxy_itself_is_held_against_the_rules()
    {
        await using var proxy = new TestProxy();
        using var fetcher = Through([proxy.Url], mayBeAnywhere: false);

        using var result = await fetcher.GetAsync(_plain.Url);

        Assert.Equal(FetchErrorKind.Egress, result.Error!.Kind);
        Assert.Empty(proxy.Asked);
    }

    [Fact]
    public async Task A_dead_proxy_is_left_alone_and_its_hosts_go_through_another()
    {
        await using var proxy = new TestProxy();
        // Time stands still: the dead one rests as long as the test takes.
        using var fetcher = Through([Dead(), proxy.Url], clock: new ManualClock());
        var notes = new List<string>();
        foreach (var host in Enumerable.Range(1, 16))
        {
            using var result = await fetcher.GetAsync($"http://h{host}.test:{new Uri(_plain.Url).Port}/");
            Assert.Null(result.Error);
            notes.AddRange(result.Notes);
        }

        Assert.Equal(16, proxy.Asked.Count);
        Assert.Contains("is left alone for 2 s", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_all_rest_nothing_goes_out_until_one_is_tried_again()
    {
        var clock = new ManualClock();
        using var fetcher = Through([Dead(), Dead()], clock: clock);

        using var tried = await fetcher.GetAsync(_plain.Url);
        using var resting = await fetcher.GetAsync(_plain.Url);
        clock.Advance(TimeSpan.FromSeconds(3));
        using var again = await fetcher.GetAsync(_plain.Url);

        Assert.All([tried, resting, again], result => Assert.Equal("TRAWL-PROXY-001", result.Error!.Code));
        Assert.Equal(2, tried.Notes.Count);
        Assert.Empty(resting.Notes);
        Assert.Contains("none of the 2 proxies", resting.Error!.Message, StringComparison.Ordinal);
        Assert.All(again.Notes, note => Assert.Contains("for 4 s", note, StringComparison.Ordinal));
    }

    private static Task Answer(HttpContext context) =>
        context.Response.WriteAsync($"{context.Request.Path} {context.Request.Headers["Proxy-Authorization"]}");

    private static string Head(ReadOnlyMemory<byte> head) => System.Text.Encoding.Latin1.GetString(head.Span);

    private static Uri Dead()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }

    private static FetcherFixture Through(
        Uri[] proxies, string? secret = null, bool mayBeAnywhere = true, TimeProvider? clock = null)
    {
        var plan = new PipelinePlan
        {
            Name = "test",
            Start = [new StartUrl("https://start.example/")],
            Proxies = [.. proxies.Select(url => new ProxyPlan { Url = url.OriginalString })],
        };
        return new FetcherFixture(o => o with
        {
            Proxies = [.. proxies.Select(url => new ProxyEndpoint(url, secret?.Split(':')[0], secret?.Split(':')[1]))],
            ProxyEgress = mayBeAnywhere ? EgressRules.ForProxies(plan) : EgressRules.PublicOnly,
            Resolver = new NoNames(),
            TrustedRoots = [TestCertificates.Authority],
            Time = clock ?? TimeProvider.System,
        });
    }

    /// <summary>This machine knows no name at all.</summary>
    private sealed class NoNames : IAddressResolver
    {
        public ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
            throw new SocketException((int)SocketError.HostNotFound);
    }
}
