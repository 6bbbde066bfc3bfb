using Trawl.Ipc;
using Trawl.Plugins.Tests.Support;

namespace Trawl.Plugins.Tests.Workers;

/// <summary>What <c>trawl ipc top</c> sees of an engine with workers.</summary>
public sealed class StatsTests
{
    [Fact]
    public async Task AWorkersConnectionIsShownWithItsPluginAndItsCalls()
    {
        using var trial = new Trial();
        await trial.TransformAsync(new { });
        var worker = trial.Runtime.Processes.Single();

        var endpoint = IpcStats.Find().Single(e => e.Path.Contains($"stats-{Environment.ProcessId}/", StringComparison.Ordinal));
        var stats = (await IpcStats.ReadAsync(endpoint)).Unwrap();

        var connection = stats.Connections.Single(c => c.PeerProcess == worker);
        Assert.Equal(("plugin trial", true, 1L), (connection.Label, connection.IsServer, connection.CallTime.Timed));
        Assert.True(connection.Totals is { MessagesSent: >= 2, MessagesReceived: >= 2 });
    }
}
