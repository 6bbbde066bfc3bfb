using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Sink.Jsonl;

/// <summary>What .NET does not do on Linux: say that a flush failed, and flush a folder.</summary>
internal static partial class Disk
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>Opens a file for this process alone; a worker that was killed may hold it for a moment longer.</summary>
    public static FileStream OpenAlone(string path)
    {
        var until = Environment.TickCount64 + (long)s_patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Environment.TickCount64 < until)
            {
                Thread.Sleep(20);
            }
        }
    }

    /// <exception cref="IOException">The disk refused. What was written may be lost; it must not count.</exception>
    public static void Flush(SafeFileHandle file)
    {
        if (OperatingSystem.IsWindows()) RandomAccess.FlushToDisk(file);
        else if (Fsync(file) != 0) throw new IOException($"fsync failed: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    /// <summary>Makes names in a folder durable.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        using var handle = Open(folder, flags: 0);
        if (handle.IsInvalid) throw new IOException($"\"{folder}\" cannot be opened: {Marshal.GetLastPInvokeErrorMessage()}");
        Flush(handle);
    }

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags);
}
