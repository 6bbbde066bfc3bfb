using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Trawl.Ipc.Native;

namespace Trawl.Ipc.Connections;

/// <summary>
/// A short exclusive turn on a folder (flock(2) on the folder itself), so that two servers that start at once do not remove
/// each other's socket. It leaves no file and ends with the process.
/// </summary>
internal static unsafe class FolderLock
{
    private const int FolderCloseOnExec = 0x10000 | 0x80000;
    private const int FolderCloseOnExecArm = 0x4000 | 0x80000;
    private const int Exclusive = 2;
    private const int WithoutWaiting = 4;

    public static IDisposable Take(string folder) =>
        Platform.IsPortable ? LockFile.Take(folder)
        : Take(folder, Exclusive) ?? throw new Win32Exception(Marshal.GetLastPInvokeError(), $"Cannot lock {folder}: {Marshal.GetLastPInvokeErrorMessage()}");

    /// <summary>Null when somebody else has the turn, or the folder cannot be opened.</summary>
    public static IDisposable? TryTake(string folder) => Platform.IsPortable ? LockFile.TryTake(folder) : Take(folder, Exclusive | WithoutWaiting);

    private static Descriptor? Take(string folder, int how)
    {
        var flags = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? FolderCloseOnExecArm : FolderCloseOnExec;
        fixed (byte* path = Encoding.UTF8.GetBytes(folder + '\0'))
        {
            var descriptor = new Descriptor(Libc.Open(path, flags, 0));
            var error = descriptor.IsInvalid ? Marshal.GetLastPInvokeError() : Lock(descriptor, how);
            if (error == 0) return descriptor;
            descriptor.Dispose();
            Marshal.SetLastPInvokeError(error);
            return null;
        }
    }

    private static int Lock(Descriptor descriptor, int how)
    {
        while (Libc.Flock(descriptor.Number, how) != 0)
            if (Marshal.GetLastPInvokeError() != Errno.Interrupted) return Marshal.GetLastPInvokeError();
        return 0;
    }
}
