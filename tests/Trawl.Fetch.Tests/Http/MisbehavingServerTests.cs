using System.Net;
using System.Net.Sockets;
using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Tests.Servers;

namespace Trawl.Fetch.Tests.Http;

public sealed class MisbehavingServerTests
{
    private readonly FetcherFixture _fetcher = new();

    [Fact]
    public async Task Truncated_body_is_a_reset_that_keeps_status_and_what_came()
    {
        await using var server = RawServer.Saying("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");

        using var result = await _fetcher.GetAsync(server.Url);

        Assert.Equal(FetchErrorKind.Reset, result.Error!.Kind);
        Assert.Equal(200, result.Status);
        Assert.Equal("abc", FetcherFixture.Text(result));
        Assert.Contains("after 3 bytes", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Truncated_chunks_are_a_reset()
    {
        await using var server = RawServer.Saying(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n8\r\nxy");

        using var result = await _fetcher.GetAsync(server.Url);

        Assert.Equal(FetchErrorKind.Reset, result.Error!.Kind);
        Assert.StartsWith("abcde", FetcherFixture.Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_without_length_ends_with_the_connection()
    {
        await using var server = RawServer.Saying("HTTP/1.0 200 OK\r\n\r\nold but fine");

        using var result = await _fetcher.GetAsync(server.Url);

        Assert.Null(result.Error);
        Assert.Equal("old but fine", FetcherFixture.Text(result));
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("HTTP/1.1 20x OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon here\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nx")]
    public async Task Broken_http_is_a_protocol_error(string response)
    {
        await using var server = RawServer.Saying(response);

        using var result = await _fetcher.GetAsync(server.Url);

        Assert.Equal(FetchErrorKind.Protocol, result.Error!.Kind);
    }

    [Fact]
    public async Task Giant_headers_are_cut_off()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync("HTTP/1.1 200 OK\r\n");
            while (true) await connection.SendAsync($"X-Filler: {new string('f', 4000)}\r\n");
        });

        using var result = await _fetcher.GetAsync(server.Url);

        Assert.Equal(FetchErrorKind.Protocol, result.Error!.Kind);
        Assert.Contains("headers larger", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connection_closed_without_an_answer_is_a_reset()
    {
        await using var server = new RawServer(connection => connection.ReadHeadAsync());

        using var result = await _fetcher.GetAsync(server.Url);

        Assert.Equal(FetchErrorKind.Reset, result.Error!.Kind);
        Assert.Equal(0, result.Status);
        Assert.Contains("waiting for the response headers", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_is_told_as_reset()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nab");
            connection.Reset();
        });

        using var result = await _fetcher.GetAsync(server.Url);

        Assert.Equal(FetchErrorKind.Reset, result.Error!.Kind);
        Assert.True(result.Error.IsTransient);
    }

    [Fact]
    public async Task Interim_responses_are_passed_over()
    {
        await using var server = RawServer.Saying(
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        using var result = await _fetcher.GetAsync(server.Url);

        Assert.Equal(200, result.Status);
        Assert.Equal("ok", FetcherFixture.Text(result));
        Assert.Null(result.Header("Link"));
    }

    [Fact]
    public async Task Endless_interim_responses_are_cut_off()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadHeadAsync();
            while (true) await connection.SendAsync("HTTP/1.1 100 Continue\r\n\r\n");
        });

        using var result = await _fetcher.GetAsync(server.Url);

        Assert.Equal(FetchErrorKind.Protocol, result.Error!.Kind);
    }

    [Fact]
    public async Task Huge_announced_length_costs_no_memory()
    {
        await using var server = RawServer.Saying("HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\nabc");
        var before = GC.GetTotalAllocatedBytes();

        using var result = await _fetcher.GetAsync(server.Url);

        Assert.Equal(FetchErrorKind.Reset, result.Error!.Kind);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 8 << 20);
    }

    [Fact]
    public async Task Closed_port_is_refused()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
        listener.Dispose();

        using var result = await _fetcher.GetAsync(url);

        Assert.Equal(FetchErrorKind.Connect, result.Error!.Kind);
        Assert.Contains("refused", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_name_does_not_resolve()
    {
        using var result = await _fetcher.GetAsync("http://no-such-host.invalid/");

        Assert.Equal(FetchErrorKind.Dns, result.Error!.Kind);
        Assert.Contains("\"no-such-host.invalid\" does not resolve", result.Error.Message, StringComparison.Ordinal);
    }
}
