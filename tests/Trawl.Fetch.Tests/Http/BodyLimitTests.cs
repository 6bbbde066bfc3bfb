using Microsoft.AspNetCore.Http;
using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Tests.Servers;

namespace Trawl.Fetch.Tests.Http;

public sealed class BodyLimitTests
{
    [Theory]
    [InlineData(999, true)]
    [InlineData(1000, false)]
    [InlineData(1001, false)]
    public async Task Body_over_the_limit_ends_the_exchange(int limit, bool tooLarge)
    {
        await using var site = await Site.StartAsync(context => context.Response.WriteAsync(new string('x', 1000)));
        using var fetcher = new FetcherFixture();

        using var result = await fetcher.FetchAsync(new FetchRequest { Url = site.Url, MaxBody = limit });

        Assert.Equal(tooLarge ? FetchErrorKind.TooLarge : null, result.Error?.Kind);
        Assert.Equal(200, result.Status);
    }

    [Fact]
    public async Task Endless_chunks_stop_at_the_limit()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true) await connection.SendAsync($"1000\r\n{new string('x', 4096)}\r\n");
        });
        using var fetcher = new FetcherFixture();

        using var result = await fetcher.FetchAsync(new FetchRequest { Url = server.Url, MaxBody = 1 << 20 });

        Assert.Equal(FetchErrorKind.TooLarge, result.Error!.Kind);
        Assert.Contains("1048576 bytes", result.Error.Message, StringComparison.Ordinal);
        Assert.False(result.Error.IsTransient);
    }

    [Fact]
    public async Task Large_body_goes_to_a_file_that_dies_with_the_result()
    {
        var bytes = new byte[300_000];
        new Random(7).NextBytes(bytes);
        await using var site = await Site.StartAsync(context => context.Response.Body.WriteAsync(bytes).AsTask());
        using var fetcher = new FetcherFixture();

        var result = await fetcher.FetchAsync(new FetchRequest { Url = site.Url, SpoolAbove = 50_000 });
        var read = new MemoryStream();
        await using (var body = result.OpenBody()) await body.CopyToAsync(read);

        Assert.Equal(bytes, read.ToArray());
        Assert.Equal(300_000, result.BodyLength);
        Assert.True(result.Body.IsEmpty);
        Assert.Equal(1, fetcher.FilesLeft);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(result.BodyFile!));
        }

        result.Dispose();
        Assert.Equal(0, fetcher.FilesLeft);
    }

    [Fact]
    public async Task Small_body_stays_in_memory()
    {
        await using var site = await Site.StartAsync(context => context.Response.WriteAsync("small"));
        using var fetcher = new FetcherFixture();

        using var result = await fetcher.FetchAsync(new FetchRequest { Url = site.Url, SpoolAbove = 5 });

        Assert.Null(result.BodyFile);
        Assert.Equal("small", FetcherFixture.Text(result));
    }

    [Fact]
    public async Task Cancelled_spool_leaves_no_file()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync("HTTP/1.1 200 OK\r\n\r\n" + new string('x', 100_000));
            await cancel.CancelAsync();
            await connection.WaitForCloseAsync();
        });
        using var fetcher = new FetcherFixture();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => fetcher.FetchAsync(new FetchRequest { Url = server.Url, SpoolAbove = 10 }, cancel.Token));

        Assert.Equal(0, fetcher.FilesLeft);
    }

    [Fact]
    public async Task Unwritable_folder_is_this_machines_fault()
    {
        await using var site = await Site.StartAsync(context => context.Response.WriteAsync("more than nothing"));
        using var fetcher = new FetcherFixture(o => o with { TempFolder = "/dev/null/spool" });

        var error = await Assert.ThrowsAnyAsync<IOException>(
            () => fetcher.FetchAsync(new FetchRequest { Url = site.Url, SpoolAbove = 1 }));

        Assert.Contains("/dev/null/spool", error.Message, StringComparison.Ordinal);
    }
}
