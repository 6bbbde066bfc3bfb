using System.Net;
using System.Text.Json;
using Trawl.Server.Health;

namespace Trawl.Server.Tests;

public sealed class HealthTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task EachPartSaysHowItIsAndOneThatIsNotReadyIsEnough()
    {
        var heart = new HeartbeatCheck("scheduler", TimeSpan.FromMinutes(1), TimeProvider.System);
        var home = fixture.Local.Home.Root;
        await using var server = await TrawlServer.StartAsync(
            new ServerOptions
            {
                Client = fixture.Local, Access = fixture.Access, Listen = new IPEndPoint(IPAddress.Loopback, 0),
                Checks = [new StoreCheck(home, TimeProvider.System), new DiskCheck(home), new WorkersCheck(fixture.Local), heart],
            },
            CancellationToken.None);
        using var http = new HttpClient { BaseAddress = server.Address };
        var (status, checks) = await ReadAsync(http);
        Assert.Equal(["clock", "disk", "scheduler", "store", "workers"], checks.Keys.Order());
        Assert.All(checks.Values, c => Assert.NotEmpty(c.GetProperty("reading").GetString()!));
        Assert.Equal(HttpStatusCode.OK, status);

        heart.Beat("the disk refused");
        (status, checks) = await ReadAsync(http);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "the disk refused"), (status, checks["scheduler"].GetProperty("reason").GetString()));
        heart.Beat(null);
        Assert.Equal(HttpStatusCode.OK, (await ReadAsync(http)).Status);
    }

    [Fact]
    public void SilenceIsNoHealth()
    {
        var heart = new HeartbeatCheck("scheduler", TimeSpan.Zero, TimeProvider.System);
        heart.Beat(null);
        Assert.True(SpinWait.SpinUntil(() => heart.Read() is { IsReady: false, Reason: not null }, TimeSpan.FromSeconds(30)));
    }

    private static async Task<(HttpStatusCode Status, Dictionary<string, JsonElement> Checks)> ReadAsync(HttpClient http)
    {
        using var response = await http.GetAsync("/health/ready");
        var report = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        return (response.StatusCode, report.GetProperty("checks").EnumerateArray().ToDictionary(c => c.GetProperty("name").GetString()!));
    }
}
