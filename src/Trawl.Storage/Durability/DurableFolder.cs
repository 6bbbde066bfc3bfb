using System.Runtime.InteropServices;

namespace Trawl.Storage.Durability;

/// <summary>
/// Brings the names in a folder to the disk: a created or renamed file survives a power cut only after this.
/// </summary>
public static class DurableFolder
{
    /// <summary>
    /// Returns when the folder's entries are on the disk. On Windows, where NTFS journals names, it does nothing.
    /// </summary>
    /// <exception cref="IOException">It could not be written; do not try again.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = PosixCalls.Open(folder, PosixCalls.ReadOnly | PosixCalls.CloseOnExec);
        if (descriptor < 0)
        {
            var reason = Marshal.GetLastPInvokeErrorMessage();
            throw new IOException($"The folder '{folder}' could not be opened: {reason}.");
        }

        try
        {
            DurableFile.Sync(descriptor, folder);
        }
        finally
        {
            _ = PosixCalls.Close(descriptor);
        }
    }

    /// <summary>Creates a folder whose name survives a power cut, with all that are missing above it.</summary>
    /// <exception cref="IOException">It could not be created or written.</exception>
    public static void Create(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        var parent = Path.GetDirectoryName(Path.GetFullPath(folder));
        if (parent is not null)
        {
            Create(parent);
        }

        Directory.CreateDirectory(folder);
        if (parent is not null)
        {
            Flush(parent);
        }
    }
}
