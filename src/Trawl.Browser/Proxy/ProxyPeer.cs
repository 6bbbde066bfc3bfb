using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Trawl.Browser.Proxy;

/// <summary>Keeps other users of the machine from using the proxy: it may reach hosts that are theirs to reach only through us.</summary>
internal static partial class ProxyPeer
{
    private const int LocalField = 1, RemoteField = 2, UserField = 7;

    /// <summary>Whether the other end belongs to the user of this process (Linux; elsewhere everybody of the machine passes).</summary>
    public static bool IsOurs(Socket socket)
    {
        if (!OperatingSystem.IsLinux()) return true;
        var (peer, here) = (Hex((IPEndPoint)socket.RemoteEndPoint!), Hex((IPEndPoint)socket.LocalEndPoint!));
        foreach (var line in File.ReadLines("/proc/net/tcp"))
        {
            if (!line.Contains(peer, StringComparison.Ordinal)) continue;
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields[LocalField] == peer && fields[RemoteField] == here)
                return uint.Parse(fields[UserField], CultureInfo.InvariantCulture) == EffectiveUser();
        }

        return false;
    }

    /// <summary>As proc(5) writes an IPv4 address: in the machine's byte order.</summary>
    private static string Hex(IPEndPoint end)
    {
        var address = BitConverter.ToUInt32(end.Address.GetAddressBytes());
        return string.Create(CultureInfo.InvariantCulture, $"{address:X8}:{end.Port:X4}");
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();
}
