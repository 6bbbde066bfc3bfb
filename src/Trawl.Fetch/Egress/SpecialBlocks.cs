using System.Net;
using System.Net.Sockets;

namespace Trawl.Fetch.Egress;

/// <summary>
/// The IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890 and its updates, as of 2025-10), multicast,
/// and addresses at which clouds serve their machines' credentials.
/// </summary>
internal static class SpecialBlocks
{
    private const bool Global = true;

    private static readonly SpecialBlock[] s_v4 =
    [
        Of("0.0.0.0/8", "\"this network\" (RFC 791)"),
        Of("10.0.0.0/8", "private use (RFC 1918)"),
        Of("100.64.0.0/10", "shared address space of a carrier (RFC 6598)"),
        Of("127.0.0.0/8", "loopback (RFC 1122)"),
        Of("168.63.129.16/32", "the metadata service of a cloud"),
        Of("169.254.0.0/16", "link-local, where clouds keep their metadata (RFC 3927)"),
        Of("172.16.0.0/12", "private use (RFC 1918)"),
        Of("192.0.0.0/24", "protocol assignments (RFC 6890)"),
        Of("192.0.0.9/32", "port control protocol anycast (RFC 7723)", Global),
        Of("192.0.0.10/32", "TURN anycast (RFC 8155)", Global),
        Of("192.0.2.0/24", "documentation (RFC 5737)"),
        Of("192.31.196.0/24", "AS112 (RFC 7535)", Global),
        Of("192.52.193.0/24", "AMT (RFC 7450)", Global),
        Of("192.88.99.0/24", "6to4 relay anycast (RFC 7526)"),
        Of("192.168.0.0/16", "private use (RFC 1918)"),
        Of("192.175.48.0/24", "AS112 (RFC 7534)", Global),
        Of("198.18.0.0/15", "benchmarking (RFC 2544)"),
        Of("198.51.100.0/24", "documentation (RFC 5737)"),
        Of("203.0.113.0/24", "documentation (RFC 5737)"),
        Of("224.0.0.0/4", "multicast (RFC 1112)"),
        Of("240.0.0.0/4", "reserved (RFC 1112)"),
        Of("255.255.255.255/32", "broadcast (RFC 8190)"),
    ];

    private static readonly SpecialBlock[] s_v6 =
    [
        Of("::/96", "IPv4-compatible, deprecated (RFC 4291)"),
        Of("::/128", "the unspecified address (RFC 4291)"),
        Of("::1/128", "loopback (RFC 4291)"),
        Of("64:ff9b::/96", "translation to IPv4 (RFC 6052)", Global),
        Of("64:ff9b:1::/48", "local translation to IPv4 (RFC 8215)"),
        Of("100::/64", "discard only (RFC 6666)"),
        Of("100:0:0:1::/64", "dummy prefix (RFC 9780)"),
        Of("2001::/23", "protocol assignments (RFC 2928)"),
        Of("2001::/32", "Teredo (RFC 4380)"),
        Of("2001:1::1/128", "port control protocol anycast (RFC 7723)", Global),
        Of("2001:1::2/128", "TURN anycast (RFC 8155)", Global),
        Of("2001:1::3/128", "DNS-SD SRP anycast (RFC 9665)", Global),
        Of("2001:2::/48", "benchmarking (RFC 5180)"),
        Of("2001:3::/32", "AMT (RFC 7450)", Global),
        Of("2001:4:112::/48", "AS112 (RFC 7535)", Global),
        Of("2001:10::/28", "ORCHID, deprecated (RFC 4843)"),
        Of("2001:20::/28", "ORCHIDv2 (RFC 7343)", Global),
        Of("2001:30::/28", "drone identifiers (RFC 9374)", Global),
        Of("2001:db8::/32", "documentation (RFC 3849)"),
        Of("2002::/16", "6to4 (RFC 3056)"),
        Of("2620:4f:8000::/48", "AS112 (RFC 7534)", Global),
        Of("3fff::/20", "documentation (RFC 9637)"),
        Of("5f00::/16", "segment routing identifiers (RFC 9602)"),
        Of("fc00::/7", "private use (RFC 4193)"),
        Of("fe80::/10", "link-local (RFC 4291)"),
        Of("fec0::/10", "site-local, deprecated (RFC 3879)"),
        Of("ff00::/8", "multicast (RFC 4291)"),
    ];

    /// <summary>All blocks.</summary>
    public static IEnumerable<SpecialBlock> All => s_v4.Concat(s_v6);

    /// <summary>The smallest block that holds the address, which is not IPv4-mapped; null when none does.</summary>
    public static SpecialBlock? Find(IPAddress address)
    {
        SpecialBlock? found = null;
        foreach (var block in address.AddressFamily == AddressFamily.InterNetwork ? s_v4 : s_v6)
        {
            var isSmaller = found is null || block.Block.PrefixLength > found.Block.PrefixLength;
            if (isSmaller && block.Block.Contains(address)) found = block;
        }

        return found;
    }

    private static SpecialBlock Of(string block, string name, bool isGlobal = false) =>
        new(IPNetwork.Parse(block), name, isGlobal);
}
