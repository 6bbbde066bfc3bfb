using Trawl.Fetch.Tests.Servers;

namespace Trawl.Fetch.Tests.Http;

public sealed class CancellationTests
{
    private static readonly TimeSpan s_prompt = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")]
    public async Task Cancel_frees_the_socket_at_once(string sentBefore)
    {
        using var cancel = new CancellationTokenSource();
        var closed = new TaskCompletionSource();
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync(sentBefore);
            await cancel.CancelAsync();
            await connection.WaitForCloseAsync();
            closed.SetResult();
        });
        using var fetcher = new FetcherFixture();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => fetcher.GetAsync(server.Url, cancel.Token));

        Assert.Equal(cancel.Token, error.CancellationToken);
        await closed.Task.WaitAsync(s_prompt);
    }

    [Fact]
    public async Task Cancel_frees_a_socket_whose_handshake_hangs()
    {
        using var cancel = new CancellationTokenSource();
        var closed = new TaskCompletionSource();
        await using var server = new RawServer(async connection =>
        {
            // The connection is open and TLS never answers.
            await cancel.CancelAsync();
            await connection.WaitForCloseAsync();
            closed.SetResult();
        });
        using var fetcher = new FetcherFixture();
        var url = server.Url.Replace("http:", "https:", StringComparison.Ordinal);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.GetAsync(url, cancel.Token));

        await closed.Task.WaitAsync(s_prompt);
    }

    [Fact]
    public async Task Cancelled_token_sends_nothing()
    {
        await using var server = RawServer.Saying("HTTP/1.1 200 OK\r\n\r\n");
        using var fetcher = new FetcherFixture();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => fetcher.GetAsync(server.Url, new CancellationToken(canceled: true)));

        Assert.Equal(0, server.Accepted);
    }

    [Fact]
    public async Task Cancel_in_the_middle_of_dialing_stops_the_dialer()
    {
        using var cancel = new CancellationTokenSource();
        var stopped = new TaskCompletionSource();
        using var fetcher = new FetcherFixture(o => o with
        {
            Resolver = new PaperResolver(async (_, cancellationToken) =>
            {
                await using var registration = cancellationToken.Register(stopped.SetResult);
                await cancel.CancelAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                return [];
            }),
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => fetcher.GetAsync("http://x.invalid/", cancel.Token));

        await stopped.Task.WaitAsync(s_prompt);
    }
}
