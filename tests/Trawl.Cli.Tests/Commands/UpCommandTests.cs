using System.Net;
using Trawl.Cli.Tests.Support;

namespace Trawl.Cli.Tests.Commands;

/// <summary>The server as a process of its own, with users and tokens made by other processes beside it.</summary>
[Collection(BenchCollection.Name)]
public sealed class UpCommandTests(Bench bench)
{
    [Fact]
    public async Task Up_PrintsAnAddressThatLetsInOnce_TakesTokensMadeBesideIt_AndStopsOnASignal()
    {
        var home = bench.NewHome();
        Assert.Equal(0, (await Exe.RunAsync(home, "user", "add", "reports", "--no-password")).Code);
        var token = (await Exe.RunAsync(home, "token", "add", "reports", "--rights", "read")).Data.Trim();
        using var exe = Exe.Start(home, ["up", "--listen", "127.0.0.1:0"]);
        var address = new Uri(await exe.FirstLineAsync());
        using var http = new HttpClient();
        Assert.Contains("signed in as <b>local</b>", await http.GetStringAsync(address), StringComparison.Ordinal);
        using var stranger = new HttpClient();
        Assert.Contains("was used before", await stranger.GetStringAsync(address), StringComparison.Ordinal);
        stranger.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var runs = await stranger.GetAsync(new Uri(address, "/api/v1/runs"));
        using var users = await stranger.GetAsync(new Uri(address, "/api/v1/users"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (runs.StatusCode, users.StatusCode));

        exe.Signal("TERM");
        Assert.Equal(0, (await exe.EndAsync()).Code);
        Assert.Contains("each as it was written", (await Exe.RunAsync(home, "audit", "verify")).Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Up_WhereOthersCanReachIt_WantsACertificateFirst()
    {
        var refused = await Exe.RunAsync(bench.NewHome(), "up", "--listen", "0.0.0.0:0");
        Assert.Equal(2, refused.Code);
        Assert.Contains("--self-signed", refused.Talk, StringComparison.Ordinal);
    }
}
