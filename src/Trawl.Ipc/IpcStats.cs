using System.ComponentModel;
using Trawl.Ipc.Codecs;
using Trawl.Ipc.Diagnostics;
using Trawl.Ipc.Native;

namespace Trawl.Ipc;

/// <summary>
/// Looking at the connections of a process from another one, as <c>trawl ipc top</c> does. A process that wants to be looked
/// at serves its numbers at an endpoint of its own, apart from its servers; only processes of the same user get in.
/// </summary>
public static class IpcStats
{
    /// <summary>The method of a stats endpoint: nothing in, UTF-8 JSON out.</summary>
    public static readonly IpcMethod<IpcNothing, IpcProcessStats> Read = new(1, IpcCodecs.Nothing, IpcCodecs.Json(IpcStatsJson.Default.IpcProcessStats))
    {
        IsIdempotent = true, Timeout = TimeSpan.FromSeconds(2),
    };

    private const string Prefix = "stats-";

    /// <summary>The connections and pools of this process.</summary>
    public static IpcProcessStats Take() => new()
    {
        Process = Environment.ProcessId,
        Program = Path.GetFileNameWithoutExtension(Environment.GetCommandLineArgs()[0]),
        Totals = LiveConnections.Totals,
        Reconnects = LiveConnections.Reconnects,
        Connections = [.. LiveConnections.All.Select(connection => connection.Describe()).OrderByDescending(stats => stats.Seconds)],
        Pools = [.. LiveConnections.Pools.Select(pool => pool.Counters)],
    };

    /// <summary>Serves the numbers of this process until disposed of, where <see cref="Find"/> finds them.</summary>
    /// <exception cref="Win32Exception">The runtime folder is not private, or this process serves them already.</exception>
    public static IpcServer Serve() =>
        IpcServer.Listen(
            IpcEndpoint.Named($"{Prefix}{Environment.ProcessId}"),
            new IpcHandlers().OnCall(Read, (_, _) => ValueTask.FromResult<IpcResult<IpcProcessStats>>(Take())),
            new IpcServerOptions { RingBytes = 1 << 16, MaxConnections = 8, MaxCalls = 4, Backlog = 8, IsUnobserved = true });

    /// <summary>The stats endpoints of this user's living processes.</summary>
    public static IReadOnlyList<IpcEndpoint> Find() =>
        Directory.Exists(IpcEndpoint.RuntimeFolder)
            ? [.. Directory.EnumerateDirectories(IpcEndpoint.RuntimeFolder, Prefix + "*")
                .Select(folder => IpcEndpoint.Named(Path.GetFileName(folder))).Where(IsAlive)]
            : [];

    /// <summary>Asks another process for its numbers.</summary>
    public static async Task<IpcResult<IpcProcessStats>> ReadAsync(IpcEndpoint endpoint, CancellationToken cancellation = default)
    {
        var options = new IpcOptions { RingBytes = 1 << 16, IsUnobserved = true };
        var connected = await IpcConnection.ConnectAsync(endpoint, options, cancellation: cancellation).ConfigureAwait(false);
        if (!connected.TryGet(out var connection, out var error)) return error;
        using (connection) return await connection.CallAsync(Read, default, cancellation).ConfigureAwait(false);
    }

    private static bool IsAlive(IpcEndpoint endpoint)
    {
        var error = UnixSocket.TryConnect(endpoint.Path, out var probe);
        probe?.Dispose();
        return error is 0 or Errno.Again;
    }
}
