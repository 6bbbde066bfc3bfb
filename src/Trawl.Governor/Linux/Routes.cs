using System.Globalization;

namespace Trawl.Governor.Linux;

/// <summary>The routing tables: whether one leads off this machine.</summary>
internal static class Routes
{
    private const int Up = 1;
    private const int Reject = 0x200;

    /// <summary>Null when the kernel does not tell.</summary>
    public static bool? LeadOut(SystemFiles files)
    {
        var (four, six) = (files.Lines("/proc/net/route"), files.Lines("/proc/net/ipv6_route"));
        return four.Length == 0 && six.Length == 0 ? null : four.Skip(1).Any(IsWayOut) || six.Any(IsWayOut6);
    }

    /// <summary><c>Iface Destination Gateway Flags …</c></summary>
    private static bool IsWayOut(string line) => line.Split('\t') is [var device, _, _, var flags, ..] && device != "lo" && IsUp(flags);

    /// <summary>Ten fields, the flags next to last, the device last. Link-local routes lead nowhere.</summary>
    private static bool IsWayOut6(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var to, _, _, _, _, _, _, _, var flags, var device]
        && device != "lo" && !to.StartsWith("fe80", StringComparison.Ordinal) && !to.StartsWith("ff", StringComparison.Ordinal) && IsUp(flags);

    private static bool IsUp(string flags) =>
        int.TryParse(flags, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var set) && (set & Up) != 0 && (set & Reject) == 0;
}
