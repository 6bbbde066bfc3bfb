using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Tests.Servers;

namespace Trawl.Fetch.Tests.Http;

public sealed class DeadlineTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Deadline_while_connecting_says_so()
    {
        var entered = new TaskCompletionSource();
        using var fetcher = new FetcherFixture(o => o with
        {
            Time = _clock,
            Resolver = new PaperResolver(async (_, cancellationToken) =>
            {
                entered.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                return [];
            }),
        });

        var fetching = fetcher.GetAsync("http://host.invalid/");
        await entered.Task;
        _clock.Advance(TimeSpan.FromSeconds(30));
        using var result = await fetching;

        AssertTimeout(result, "while connecting");
    }

    [Fact]
    public async Task Deadline_while_waiting_for_headers_says_so()
    {
        var asked = new TaskCompletionSource();
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadHeadAsync();
            asked.SetResult();
            await connection.WaitForCloseAsync();
        });
        using var fetcher = new FetcherFixture(o => o with { Time = _clock });

        var fetching = fetcher.GetAsync(server.Url);
        await asked.Task;
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(fetching.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        using var result = await fetching;

        AssertTimeout(result, "while waiting for the response headers");
        Assert.Equal("127.0.0.1", result.Address);
        Assert.Equal(TimeSpan.FromSeconds(30), result.Duration);
    }

    [Fact]
    public async Task Slow_drip_ends_at_the_deadline_and_tells_how_much_came()
    {
        var drops = new SemaphoreSlim(0);
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
            while (true)
            {
                await drops.WaitAsync(connection.Stopped);
                await connection.SendAsync("x");
            }
        });
        var waiting = new DryReads();
        using var fetcher = new FetcherFixture(o => o with { Time = _clock, Tap = waiting.Watch });

        var fetching = fetcher.GetAsync(server.Url);
        for (var drop = 0; drop < 6; drop++)
        {
            // Each drop comes well within any idle timeout; only the total ends it.
            drops.Release();
            await waiting.ForBytesBehindHeadAsync(drop + 1);
            Assert.False(fetching.IsCompleted);
            _clock.Advance(TimeSpan.FromSeconds(5));
        }

        using var result = await fetching;
        AssertTimeout(result, "while reading the body, after 6 bytes");
        Assert.Equal(200, result.Status);
        Assert.Equal("xxxxxx", FetcherFixture.Text(result));
    }

    [Fact]
    public async Task Connect_timeout_is_shorter_than_the_deadline()
    {
        using var fetcher = new FetcherFixture(o => o with
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(100),
            Resolver = new PaperResolver(async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                return [];
            }),
        });

        using var result = await fetcher.GetAsync("http://host.invalid/");

        AssertTimeout(result, "no connection within 0.1 s");
    }

    private static void AssertTimeout(FetchResult result, string phase)
    {
        Assert.Equal(FetchErrorKind.Timeout, result.Error?.Kind);
        Assert.Contains(phase, result.Error!.Message, StringComparison.Ordinal);
        Assert.True(result.Error.IsTransient);
    }
}
