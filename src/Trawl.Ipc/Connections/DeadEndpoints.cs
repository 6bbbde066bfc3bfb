using System.ComponentModel;
using System.Diagnostics;
using Trawl.Ipc.Native;

namespace Trawl.Ipc.Connections;

/// <summary>
/// What servers that were killed have left in the user's runtime folder: a folder with a socket that nobody listens on. Every
/// server that begins to listen there clears it away, so that nothing stays longer than until the next one.
/// </summary>
internal static class DeadEndpoints
{
    public const string SocketName = "ipc.sock";
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);
    private static long s_lastSweep;

    /// <summary>Sweeps the folder that holds a named endpoint's folder, unless that was done a moment ago.</summary>
    public static void SweepBeside(string folder)
    {
        if (!IsNamed(folder)) return;
        var (last, now) = (Volatile.Read(ref s_lastSweep), Stopwatch.GetTimestamp());
        if (last != 0 && Stopwatch.GetElapsedTime(last, now) < s_pause) return;
        if (Interlocked.CompareExchange(ref s_lastSweep, now, last) == last) Sweep(IpcEndpoint.RuntimeFolder, folder);
    }

    /// <summary>Removes the folder of an endpoint of the runtime folder if nothing is in it any more.</summary>
    public static void RemoveIfEmpty(string folder)
    {
        if (IsNamed(folder)) Try(() => Directory.Delete(folder));
    }

    internal static void Sweep(string runtimeFolder, string except)
    {
        // What others can write to is not searched: they could lead this astray.
        if (!PrivateFolder.IsOurs(runtimeFolder)) return;
        foreach (var folder in Directory.EnumerateDirectories(runtimeFolder))
            if (folder != except) Try(() => Remove(folder));
    }

    private static bool IsNamed(string folder) => Path.GetDirectoryName(folder) == IpcEndpoint.RuntimeFolder;

    // Who is about to listen there has the lock, and who gets it afterwards makes the folder anew.
    private static void Remove(string folder)
    {
        using var turn = FolderLock.TryTake(folder);
        if (turn is null) return;
        var socket = Path.Combine(folder, SocketName);
        if (ListeningSocket.IsDead(socket)) File.Delete(socket);
        if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }

    // Others sweep too, and not every folder need be ours: what does not work is left alone.
    private static void Try(Action remove)
    {
        try
        {
            remove();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception)
        {
        }
    }
}
