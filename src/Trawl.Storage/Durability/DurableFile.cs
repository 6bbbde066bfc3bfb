using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Trawl.Storage.Durability;

/// <summary>Brings a file's content to the disk and says so honestly.</summary>
public static class DurableFile
{
    /// <summary>Returns when the content is on the disk.</summary>
    /// <exception cref="IOException">
    /// It could not be written. The operating system may have dropped the data and will report success the next time:
    /// do not try again, write the file anew or stop.
    /// </exception>
    public static void Flush(FileStream stream)
    {
        stream.Flush();
        if (OperatingSystem.IsWindows())
        {
            // FlushFileBuffers; .NET reports its errors. Not tested.
            stream.Flush(flushToDisk: true);
            return;
        }

        Flush(stream.SafeFileHandle, stream.Name);
    }

    private static void Flush(SafeFileHandle handle, string path)
    {
        var added = false;
        try
        {
            handle.DangerousAddRef(ref added);
            Sync((int)handle.DangerousGetHandle(), path);
        }
        finally
        {
            if (added)
            {
                handle.DangerousRelease();
            }
        }
    }

    internal static void Sync(int descriptor, string path)
    {
        if (OperatingSystem.IsMacOS() && PosixCalls.Control(descriptor, PosixCalls.FullSync) == 0)
        {
            return;
        }

        if (PosixCalls.Sync(descriptor) != 0)
        {
            var reason = Marshal.GetLastPInvokeErrorMessage();
            throw new IOException(
                $"'{path}' could not be written to the disk: {reason}. Free space or repair the disk, then resume.");
        }
    }
}
