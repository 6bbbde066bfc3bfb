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
        var file = OpenFile(home.LockFile);
        if (file is null || !TryFlock(file.SafeFileHandle))
        {
            file?.Dispose();
            return null;
        }

        return new HomeLock(file) { Before = LockHolder.Parse(ReadAll(file)) };
    }

    /// <summary>Who has it, as far as its file says; null when nobody ever had or the file cannot be read.</summary>
    public static LockHolder? ReadHolder(HomeFolder home)
    {
        try
        {
            using var file = new FileStream(home.LockFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
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

    private static FileStream? OpenFile(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            // On Windows the share mode is the lock; elsewhere it is advisory and flock below decides.
            Share = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new FileStream(path, options);
        }
        catch (IOException) when (OperatingSystem.IsWindows() && File.Exists(path))
        {
            return null;
        }
    }

    private static bool TryFlock(SafeFileHandle handle) =>
        OperatingSystem.IsWindows()
        || UnixCalls.Flock((int)handle.DangerousGetHandle(), UnixCalls.LockExclusive | UnixCalls.DoNotBlock) == 0;

    private static string ReadAll(FileStream file)
    {
        var bytes = new byte[4096];
        file.Position = 0;
        return Encoding.UTF8.GetString(bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
    }
}
