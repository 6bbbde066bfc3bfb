using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Tests.Servers;
using Trawl.Model.Plans;

namespace Trawl.Fetch.Tests.Http;

/// <summary>Heads are given as they went over the wire: order, case and spelling.</summary>
public sealed class RawHeadTests
{
    [Fact]
    public async Task Heads_are_those_that_the_server_read_and_wrote()
    {
        const string head = "HTTP/1.1 200 All  right\r\nx-lower: 1\r\nX-UPPER:2\r\nx-lower:   3 \r\nX-Latin: \xE9\r\nContent-Length: 2\r\n\r\n";
        var seen = "";
        await using var server = new RawServer(async connection =>
        {
            seen = await connection.ReadHeadAsync();
            await connection.SendAsync(head + "ok");
        });
        using var fetcher = new FetcherFixture(o => o with { Headers = [new HeaderPlan("x-Own", "Yes")] });

        using var result = await fetcher.GetAsync(server.Url + "a?b=%7E");

        Assert.Equal(head, Latin(result.RawResponseHead));
        Assert.Equal(seen, Latin(result.RawRequestHead));
        Assert.Contains("x-Own: Yes\r\n", seen, StringComparison.Ordinal);
        Assert.Equal("HTTP/1.1", result.Protocol);
        Assert.Empty(result.SentHeaders);
    }

    [Fact]
    public async Task Interim_answers_and_split_heads_are_put_together()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 No");
            await connection.SendAsync("pe\r\nContent-Length: 0\r");
            await connection.SendAsync("\n\r\n");
        });
        using var fetcher = new FetcherFixture();

        using var result = await fetcher.GetAsync(server.Url);

        Assert.Equal("HTTP/1.1 404 Nope\r\nContent-Length: 0\r\n\r\n", Latin(result.RawResponseHead));
    }

    [Fact]
    public async Task Each_exchange_of_a_connection_has_its_own()
    {
        await using var site = await Site.StartAsync(context => context.Response.WriteAsync($"{context.Request.Path} {context.Connection.Id}"));
        using var fetcher = new FetcherFixture();

        for (var i = 0; i < 5; i++)
        {
            using var result = await fetcher.GetAsync($"{site.Url}{i}");
            Assert.StartsWith($"GET /{i} HTTP/1.1\r\n", Latin(result.RawRequestHead), StringComparison.Ordinal);
            Assert.EndsWith("\r\n\r\n", Latin(result.RawResponseHead), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_request_body_is_no_part_of_the_head()
    {
        await using var site = await Site.StartAsync(context => context.Response.WriteAsync("ok"));
        using var fetcher = new FetcherFixture();

        using var result = await fetcher.FetchAsync(new FetchRequest { Url = site.Url, Method = "POST", Body = "a=1\r\n\r\nb"u8.ToArray() });

        Assert.EndsWith("\r\n\r\n", Latin(result.RawRequestHead), StringComparison.Ordinal);
        Assert.DoesNotContain("a=1", Latin(result.RawRequestHead), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpProtocols.Http1, "HTTP/1.1")]
    [InlineData(HttpProtocols.Http2, "HTTP/2")]
    public async Task Over_tls_the_heads_in_clear_are_given_or_their_fields(HttpProtocols protocols, string expected)
    {
        await using var site = await Site.StartAsync(context => context.Response.WriteAsync("ok"), TestCertificates.Good(), protocols);
        using var fetcher = new FetcherFixture(o => o with { TrustedRoots = [TestCertificates.Authority] });

        using var result = await fetcher.GetAsync(site.Url);

        Assert.Null(result.Error);
        Assert.Equal(expected, result.Protocol);
        Assert.Equal(protocols == HttpProtocols.Http1, Latin(result.RawRequestHead).StartsWith("GET / HTTP/1.1\r\n", StringComparison.Ordinal));
        Assert.Equal(protocols == HttpProtocols.Http1, Latin(result.RawResponseHead).StartsWith("HTTP/1.1 200 OK\r\n", StringComparison.Ordinal));
        Assert.Equal(protocols == HttpProtocols.Http2, result.SentHeaders.Any(h => h.Name == "User-Agent"));
    }

    [Fact]
    public async Task Where_no_connection_was_made_the_fields_are_those_that_would_have_been_sent()
    {
        using var fetcher = new FetcherFixture();

        using var result = await fetcher.GetAsync("http://127.0.0.1:1/");

        Assert.Equal(FetchErrorKind.Connect, result.Error!.Kind);
        Assert.True(result.RawRequestHead.IsEmpty);
        Assert.Contains(result.SentHeaders, h => h.Name == "User-Agent");
    }

    private static string Latin(ReadOnlyMemory<byte> bytes) => Encoding.Latin1.GetString(bytes.Span);
}
