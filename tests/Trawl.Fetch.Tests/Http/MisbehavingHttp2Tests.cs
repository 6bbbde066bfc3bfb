using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Tests.Servers;

namespace Trawl.Fetch.Tests.Http;

/// <summary>Servers that break HTTP/2 (RFC 9113), or keep to it and are of no use.</summary>
public sealed class MisbehavingHttp2Tests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly FetcherFixture _fetcher;

    public MisbehavingHttp2Tests() => _fetcher = new(o => o with { TrustedRoots = [TestCertificates.Authority], Time = _clock });

    public void Dispose() => _fetcher.Dispose();

    [Theory]
    [InlineData(0x2, "INTERNAL_ERROR")]
    [InlineData(0x5, "STREAM_CLOSED")]
    [InlineData(0x8, "CANCEL")]
    [InlineData(0xb, "ENHANCE_YOUR_CALM")]
    [InlineData(0x63, "UNKNOWN")]
    public async Task A_stream_that_is_reset_is_told_as_reset_with_its_code(int code, string name)
    {
        await using var server = new Http2Server(async connection =>
        {
            await connection.ResetAsync(await connection.ReadRequestAsync(), code);
            await connection.WaitForCloseAsync();
        });

        using var result = await _fetcher.GetAsync(server.Url);

        Assert.Equal(FetchErrorKind.Reset, result.Error!.Kind);
        Assert.Equal(0, result.Status);
        Assert.Contains(name, result.Error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("waiting for the response headers", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Streams_that_are_refused_are_given_up_in_the_end()
    {
        await using var server = new Http2Server(async connection =>
        {
            for (var on = await connection.ReadRequestAsync(); ; on = await connection.NextRequestAsync())
            {
                await connection.ResetAsync(on, 0x7);
            }
        });

        using var result = await _fetcher.GetAsync(server.Url);

        Assert.Equal(FetchErrorKind.Reset, result.Error!.Kind);
        Assert.Contains("REFUSED_STREAM", result.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_in_the_body_keeps_status_and_what_came()
    {
        await using var server = new Http2Server(async connection =>
        {
            var on = await connection.ReadRequestAsync();
            await connection.SendAsync(Http2Connection.Headers, Http2Connection.EndHeaders, on, Http2Connection.Ok);
            await connection.SendAsync(Http2Connection.Data, 0, on, "abc"u8.ToArray());
            await connection.ResetAsync(on, 0x2);
            await connection.WaitForCloseAsync();
        });

        using var result = await _fetcher.GetAsync(server.Url);

        Assert.Equal(FetchErrorKind.Reset, result.Error!.Kind);
        Assert.Equal(200, result.Status);
        Assert.True(result.Error.IsTransient);
    }

    [Fact]
    public async Task A_server_that_goes_away_is_asked_again_by_a_connection_of_its_own()
    {
        var connections = 0;
        await using var server = new Http2Server(async connection =>
        {
            var on = await connection.ReadRequestAsync();
            if (Interlocked.Increment(ref connections) == 1)
            {
                await connection.SendAsync(Http2Connection.GoAway, 0, 0, new byte[8]);
                return;
            }

            await connection.SendAsync(Http2Connection.Headers, Http2Connection.EndHeaders | Http2Connection.EndStream, on, Http2Connection.Ok);
            await connection.WaitForCloseAsync();
        });

        using var result = await _fetcher.GetAsync(server.Url);

        Assert.Null(result.Error);
        Assert.Equal(200, result.Status);
    }

    [Fact]
    public async Task Silence_after_the_request_ends_at_the_deadline()
    {
        var asked = new TaskCompletionSource();
        await using var server = new Http2Server(async connection =>
        {
            await connection.ReadRequestAsync();
            asked.SetResult();
            await connection.WaitForCloseAsync();
        });

        AssertTimeout(await AtTheDeadlineAsync(server, asked.Task), "while waiting for the response headers");
    }

    /// <summary>What a server does that waits for a window to open and never looks at it.</summary>
    [Fact]
    public async Task A_body_that_stalls_ends_at_the_deadline()
    {
        var stalled = new TaskCompletionSource();
        await using var server = new Http2Server(async connection =>
        {
            var on = await connection.ReadRequestAsync();
            await connection.SendAsync(Http2Connection.Headers, Http2Connection.EndHeaders, on, Http2Connection.Ok);
            await connection.SendAsync(Http2Connection.Data, 0, on, new byte[16_000]);
            stalled.SetResult();
            await connection.WaitForCloseAsync();
        });

        using var result = await AtTheDeadlineAsync(server, stalled.Task);

        Assert.Equal(FetchErrorKind.Timeout, result.Error!.Kind);
    }

    [Fact]
    public async Task A_neighbour_on_the_same_connection_is_served_while_one_stalls()
    {
        var stalled = new TaskCompletionSource();
        await using var server = new Http2Server(async connection =>
        {
            var first = await connection.ReadRequestAsync();
            await connection.SendAsync(Http2Connection.Headers, Http2Connection.EndHeaders, first, Http2Connection.Ok);
            stalled.SetResult();
            var second = await connection.NextRequestAsync();
            await connection.SendAsync(Http2Connection.Headers, Http2Connection.EndHeaders, second, Http2Connection.Ok);
            await connection.SendAsync(Http2Connection.Data, Http2Connection.EndStream, second, "fine"u8.ToArray());
            await connection.WaitForCloseAsync();
        });

        var stalling = _fetcher.GetAsync(server.Url);
        await stalled.Task;
        using var neighbour = await _fetcher.GetAsync(server.Url);
        Assert.Equal("fine", FetcherFixture.Text(neighbour));
        Assert.False(stalling.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(60));
        using var result = await stalling;

        Assert.Equal(FetchErrorKind.Timeout, result.Error!.Kind);
        Assert.Equal(1, server.Accepted);
    }

    public static TheoryData<string> Sins => new(s_sins.Keys);

    [Theory]
    [MemberData(nameof(Sins))]
    public async Task Frames_that_break_the_protocol_are_a_protocol_error(string sin)
    {
        await using var server = new Http2Server(async connection =>
        {
            await s_sins[sin](connection, await connection.ReadRequestAsync());
            await connection.WaitForCloseAsync();
        });

        using var result = await _fetcher.GetAsync(server.Url);

        Assert.Equal(FetchErrorKind.Protocol, result.Error?.Kind);
    }

    private static readonly Dictionary<string, Func<Http2Connection, int, Task>> s_sins = new()
    {
        ["a header table index that does not exist"] = (connection, on) => connection.SendAsync(
            Http2Connection.Headers, Http2Connection.EndHeaders, on, new byte[] { 0xff, 0x7f }),
        ["data before headers"] = (connection, on) => connection.SendAsync(Http2Connection.Data, 0, on, "abc"u8.ToArray()),
        ["data on a stream nobody opened"] = (connection, on) => connection.SendAsync(Http2Connection.Data, 0, on + 100, "abc"u8.ToArray()),
        ["a frame larger than allowed"] = (connection, on) => connection.SendAsync(Http2Connection.Data, 0, on, default, (1 << 24) - 1),
        ["settings of a wrong length"] = (connection, _) => connection.SendAsync(Http2Connection.Settings, 0, 0, new byte[5]),
        ["a ping of a wrong length"] = (connection, _) => connection.SendAsync(Http2Connection.Ping, 0, 0, new byte[7]),
        ["a push nobody may send"] = (connection, on) => connection.SendAsync(
            Http2Connection.PushPromise, Http2Connection.EndHeaders, on, new byte[] { 0, 0, 0, 2, 0x88 }),
        ["a continuation of nothing"] = (connection, on) => connection.SendAsync(Http2Connection.Continuation, 0, on, Http2Connection.Ok),
        ["headers that never end"] = NeverEndingHeadersAsync,
    };

    private static async Task NeverEndingHeadersAsync(Http2Connection connection, int on)
    {
        // A literal header of 4,000 bytes that is not indexed, again and again (RFC 7541 §6.2.2).
        byte[] one = [0x00, 0x01, (byte)'x', 0x7f, 0xa1, 0x1e, .. Enumerable.Repeat((byte)'f', 4_000)];
        await connection.SendAsync(Http2Connection.Headers, 0, on, Http2Connection.Ok);
        while (true) await connection.SendAsync(Http2Connection.Continuation, 0, on, one);
    }

    private async Task<FetchResult> AtTheDeadlineAsync(Http2Server server, Task reached)
    {
        var fetching = _fetcher.GetAsync(server.Url);
        await reached;
        _clock.Advance(TimeSpan.FromSeconds(60));
        return await fetching;
    }

    private static void AssertTimeout(FetchResult result, string phase)
    {
        using (result)
        {
            Assert.Equal(FetchErrorKind.Timeout, result.Error!.Kind);
            Assert.Contains(phase, result.Error.Message, StringComparison.Ordinal);
        }
    }
}
