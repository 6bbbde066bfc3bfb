using System.ComponentModel;
using Trawl.Ipc;

namespace Trawl.Plugins.Workers;

/// <summary>
/// The connections of this process as <c>trawl ipc top</c> sees them: served while any run here has workers. Where it cannot
/// be served the run goes on without: it is only to look at.
/// </summary>
internal sealed class StatsEndpoint : IDisposable
{
    private static readonly Lock s_lock = new();
    private static IpcServer? s_server;
    private static int s_users;
    private int _isDisposed;

    public StatsEndpoint()
    {
        lock (s_lock)
            if (s_users++ == 0) s_server = TryServe();
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0) return;
        lock (s_lock)
            if (--s_users == 0) s_server?.Dispose();
    }

    private static IpcServer? TryServe()
    {
        try
        {
            return IpcStats.Serve();
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
