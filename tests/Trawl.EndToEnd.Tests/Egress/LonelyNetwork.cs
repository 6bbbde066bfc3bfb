using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Trawl.EndToEnd.Tests.Egress;

/// <summary>
/// A network namespace without a way out, in which every address there is leads to this machine: whatever is dialled
/// there arrives at a listener of the test. A thread lives in it; sockets it makes and processes it starts do too.
/// </summary>
internal sealed partial class LonelyNetwork : IDisposable
{
    private const int NewMounts = 0x00020000;
    private const int NewNetwork = 0x40000000;

    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;

    /// <param name="hosts">A file that takes the place of /etc/hosts.</param>
    public LonelyNetwork(string hosts)
    {
        _thread = new Thread(Live) { IsBackground = true };
        _thread.Start();
        Do(() => Enter(hosts));
    }

    /// <summary>Does it in the namespace and waits for it.</summary>
    public T Do<T>(Func<T> action)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                done.SetResult(action());
            }
            catch (Exception error)
            {
                done.SetException(error);
            }
        });
        return done.Task.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }

    private static bool Enter(string hosts)
    {
        if (Unshare(NewNetwork | NewMounts) != 0) throw new InvalidOperationException($"unshare: error {Marshal.GetLastPInvokeError()}");
        Sh("ip link set lo up");
        Sh("ip route add local 0.0.0.0/0 dev lo && ip -6 route add local ::/0 dev lo");
        Sh($"mount --make-rprivate / && mount --bind '{hosts}' /etc/hosts");
        return true;
    }

    private static void Sh(string command)
    {
        using var shell = Process.Start("sh", ["-c", command]);
        shell.WaitForExit();
        if (shell.ExitCode != 0) throw new InvalidOperationException($"\"{command}\" answered {shell.ExitCode}");
    }

    private void Live()
    {
        foreach (var action in _work.GetConsumingEnumerable()) action();
    }

    [LibraryImport("libc", EntryPoint = "unshare", SetLastError = true)]
    private static partial int Unshare(int flags);
}
