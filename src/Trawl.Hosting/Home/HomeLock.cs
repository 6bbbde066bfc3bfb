using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Trawl.Hosting.Home;

/// <summary>
/// The exclusive lock on a home. It is the operating system's: when the process dies, however it dies, it is free. What
/// stands in the file is for people and for finding the socket; it decides nothing.
/// </summary>
internal sealed class HomeLock : IDisposable
{
    private readonly FileStream _file;

    private HomeLock(FileStream file) => _file = file;

    /// <summary>Who held it before and may have left a socket behind.</summary>
    public LockHolder? Before { get; private init; }

    /// <summary>Takes the lock; null when another process has it.</summary>
    /// <exception cref="IOException">The home cannot be written.</exception>
    public static HomeLock? TryTake(HomeFolder home)
    {
        CreateFolder(home.Root);
        return Open(home.LockFile) is { } file ? new HomeLock(file) { Before = LockHolder.Parse(ReadAll(file)) } : null;
    }

    /// <summary>Who has it, as far as its file says; null when nobody ever had or the file cannot be read.</summary>
    public static LockHolder? ReadHolder(HomeFolder home)
    {
        try
        {
            using var file = OperatingSystem.IsWindows()
                ? new FileStream(home.LockFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
                : new FileStream(OpenUnlocked(home.LockFile, UnixCalls.ReadOnly), FileAccess.Read);
            return LockHolder.Parse(ReadAll(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(LockHolder holder)
    {
        var bytes = Encoding.UTF8.GetBytes(holder.Write());
        _file.SetLength(0);
        _file.Position = 0;
        _file.Write(bytes);
        _file.Flush();
    }

    public void Dispose() => _file.Dispose();

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        // What was collected, and who may steer the engine, is the user's own business.
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static FileStream? Open(string path) => OperatingSystem.IsWindows() ? OpenOnWindows(path) : OpenOnUnix(path);

    /// <summary>The share mode is the lock: others may read who it is, and not write.</summary>
    private static FileStream? OpenOnWindows(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static FileStream? OpenOnUnix(string path)
    {
        if (!File.Exists(path))
        {
            CreateFile(path);
        }

        var handle = OpenUnlocked(path, UnixCalls.ReadWrite);
        if (UnixCalls.Flock((int)handle.DangerousGetHandle(), UnixCalls.LockExclusive | UnixCalls.DoNotBlock) == 0)
        {
            return new FileStream(handle, FileAccess.ReadWrite, bufferSize: 0);
        }

        handle.Dispose();
        return null;
    }

    [UnsupportedOSPlatform("windows")]
    private static void CreateFile(string path)
    {
        try
        {
            new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was quicker; who gets the lock is decided below.
        }
    }

    /// <summary>Opening by name, .NET would take a lock of its own, with which readers would shut the owner out.</summary>
    private static SafeFileHandle OpenUnlocked(string path, int flags)
    {
        var descriptor = UnixCalls.Open(path, flags | UnixCalls.CloseOnExec);
        return descriptor >= 0
            ? new SafeFileHandle(descriptor, ownsHandle: true)
            : throw new IOException($"\"{path}\" cannot be opened: {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    private static string ReadAll(FileStream file)
    {
        var bytes = new byte[4096];
        file.Position = 0;
        return Encoding.UTF8.GetString(bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
    }
}
