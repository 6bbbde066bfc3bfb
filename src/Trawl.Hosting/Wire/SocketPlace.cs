using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Trawl.Hosting.Home;

namespace Trawl.Hosting.Wire;

/// <summary>Where an engine listens, and how the place is cleared after one that died.</summary>
internal static class SocketPlace
{
    /// <summary>sockaddr_un holds 108 bytes on Linux and 104 on macOS and Windows, the last one a zero.</summary>
    private static readonly int s_longest = OperatingSystem.IsLinux() ? 107 : 103;

    /// <summary>
    /// The home's own socket, or, where that path is too long for the operating system, one in a new folder of the
    /// temporary folder. Its name has chance in it, and callers learn it from <c>engine.lock</c>: nobody else can be
    /// there first and be taken for the engine.
    /// </summary>
    public static string Choose(HomeFolder home) =>
        Encoding.UTF8.GetByteCount(home.Socket) <= s_longest
            ? home.Socket
            : Path.Combine(
                Path.GetTempPath(),
                $"trawl-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(home.Root)).AsSpan(0, 6))}"
                + $"-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}",
                "s");

    /// <summary>Listens there, for this user alone.</summary>
    public static Socket Listen(HomeFolder home, string path)
    {
        if (path != home.Socket)
        {
            CreateFolder(Path.GetDirectoryName(path)!);
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        if (!OperatingSystem.IsWindows())
        {
            // Nobody can connect before Listen, so the mode holds from the first connection. A umask would do it in one
            // step, but it is the process's: a folder that another thread makes meanwhile would lose its own rights.
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        socket.Listen(512);
        return socket;
    }

    /// <summary>Removes what a holder that is gone left behind. Only the lock's owner may call it.</summary>
    public static void Clear(HomeFolder home, string? left)
    {
        File.Delete(home.Socket);
        if (left is not null && left != home.Socket && Path.GetDirectoryName(left) is { } folder
            && Path.GetFileName(folder).StartsWith("trawl-", StringComparison.Ordinal) && Directory.Exists(folder))
        {
            File.Delete(left);
            Directory.Delete(folder);
        }
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
