using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Tests.Servers;
using Trawl.Model.Plans;

namespace Trawl.Fetch.Tests.Http;

public sealed class ExchangeTests
{
    [Fact]
    public async Task Page_comes_with_status_headers_body_and_address()
    {
        await using var site = await Site.StartAsync(async context =>
        {
            context.Response.Headers.Append("X-Two", "1");
            context.Response.Headers.Append("X-Two", "2");
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync("hello");
        });
        using var fetcher = new FetcherFixture();

        using var result = await fetcher.GetAsync(site.Url);

        Assert.Null(result.Error);
        Assert.Equal(200, result.Status);
        Assert.Equal("hello", FetcherFixture.Text(result));
        Assert.Equal(5, result.BodyLength);
        Assert.Equal("text/plain", result.Header("content-type"));
        Assert.Equal(["1", "2"], result.Headers.Where(h => h.Name == "X-Two").Select(h => h.Value));
        Assert.Equal("127.0.0.1", result.Address);
        Assert.True(result.Duration > TimeSpan.Zero);
    }

    [Fact]
    public async Task Gzip_body_is_handed_on_as_received()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(new string('x', 5000)));
        }

        await using var site = await Site.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(packed.ToArray());
        });
        using var fetcher = new FetcherFixture();

        using var result = await fetcher.GetAsync(site.Url);

        Assert.Equal(packed.ToArray(), result.Body.ToArray());
        Assert.Equal("gzip", result.Header("Content-Encoding"));
    }

    [Fact]
    public async Task Redirect_is_a_result_and_not_followed()
    {
        var paths = new ConcurrentQueue<string>();
        await using var site = await Site.StartAsync(context =>
        {
            paths.Enqueue(context.Request.Path);
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        using var fetcher = new FetcherFixture();

        using var result = await fetcher.GetAsync(site.Url);

        Assert.Equal(302, result.Status);
        Assert.Equal("/elsewhere", result.Header("Location"));
        Assert.Equal(["/"], paths);
    }

    [Fact]
    public async Task Post_sends_body_and_its_headers()
    {
        await using var site = await Site.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            await context.Response.WriteAsync(
                $"{context.Request.Method} {context.Request.ContentType} {await reader.ReadToEndAsync()}");
        });
        using var fetcher = new FetcherFixture();

        using var result = await fetcher.FetchAsync(new FetchRequest
        {
            Url = site.Url,
            Method = "POST",
            Headers = [new HeaderPlan("Content-Type", "application/json")],
            Body = "{}"u8.ToArray(),
        });

        Assert.Equal("POST application/json {}", FetcherFixture.Text(result));
    }

    [Fact]
    public async Task Path_goes_out_exactly_as_the_canonical_url_has_it()
    {
        await using var server = new RawServer(async connection =>
        {
            var line = (await connection.ReadHeadAsync()).Split('\r')[0];
            await connection.SendAsync($"HTTP/1.1 200 OK\r\nContent-Length: {line.Length}\r\n\r\n{line}");
        });
        using var fetcher = new FetcherFixture();

        using var result = await fetcher.GetAsync(server.Url + "a%7Eb//c%2F|d?q=%zz'%41");

        Assert.Equal("GET /a%7Eb//c%2F|d?q=%zz'%41 HTTP/1.1", FetcherFixture.Text(result));
    }

    [Fact]
    public async Task Connections_are_used_again()
    {
        var connections = new ConcurrentDictionary<string, bool>();
        await using var site = await Site.StartAsync(context =>
        {
            connections[context.Connection.Id] = true;
            return context.Response.WriteAsync("ok");
        });
        using var fetcher = new FetcherFixture();

        for (var i = 0; i < 20; i++)
        {
            using var result = await fetcher.GetAsync(site.Url);
            Assert.Equal("127.0.0.1", result.Address);
        }

        Assert.Single(connections);
    }

    [Fact]
    public async Task Connections_to_a_host_are_limited_by_the_plan()
    {
        await using var site = await Site.StartAsync(context => context.Response.WriteAsync(context.Connection.Id));
        using var fetcher = new FetcherFixture(o => o with { Plan = new FetchPlan { PerHostConcurrency = 2 } });

        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => fetcher.GetAsync(site.Url)));

        Assert.InRange(results.Select(FetcherFixture.Text).Distinct().Count(), 1, 2);
        Assert.All(results, result => Assert.Null(result.Error));
        Array.ForEach(results, result => result.Dispose());
    }

    [Fact]
    public async Task Unusable_host_is_an_error_of_the_request()
    {
        using var fetcher = new FetcherFixture();

        using var result = await fetcher.GetAsync("http://a b/");

        Assert.Equal(FetchErrorKind.Protocol, result.Error!.Kind);
        Assert.Contains("\"http://a b/\"", result.Error.Message, StringComparison.Ordinal);
    }
}
