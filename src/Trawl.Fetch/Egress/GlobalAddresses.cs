using System.Net;
using System.Net.Sockets;

namespace Trawl.Fetch.Egress;

/// <summary>Says whether an address is one of the public internet.</summary>
internal static class GlobalAddresses
{
    private static readonly IPNetwork s_translated = IPNetwork.Parse("64:ff9b::/96");

    // All that has ever been given out to networks (RFC 4291 2.4); the rest is nobody's, or special.
    private static readonly IPNetwork s_unicast = IPNetwork.Parse("2000::/3");

    /// <summary>Where the address is, to be read after "is in"; null when it is globally routable.</summary>
    public static string? Problem(IPAddress address)
    {
        address = Plain(address);
        var special = SpecialBlocks.Find(address);
        if (special is { IsGlobal: false }) return special.Name;
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return null;
        if (s_translated.Contains(address)) return Translated(address);
        return special is not null || s_unicast.Contains(address) ? null : "unassigned address space";
    }

    /// <summary>The form that is judged and dialled: an IPv4-mapped address is the IPv4 address that it stands for.</summary>
    public static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static string? Translated(IPAddress address)
    {
        var embedded = new IPAddress(address.GetAddressBytes().AsSpan(12));
        return Problem(embedded) is { } problem ? $"translation to {embedded}, which is in {problem}" : null;
    }
}
