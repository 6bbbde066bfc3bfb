using System.Net;
using Trawl.Fetch.Egress;

namespace Trawl.Fetch.Tests.Egress;

public sealed class GlobalAddressesTests
{
    [Theory]
    [InlineData("1.0.0.0")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.0")]
    [InlineData("168.63.129.15")]
    [InlineData("169.253.255.255")]
    [InlineData("169.255.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.0.0.9")]
    [InlineData("192.0.0.10")]
    [InlineData("192.0.1.0")]
    [InlineData("192.31.196.1")]
    [InlineData("192.52.193.1")]
    [InlineData("192.88.98.255")]
    [InlineData("192.167.255.255")]
    [InlineData("192.169.0.0")]
    [InlineData("192.175.48.1")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2000::1")]
    [InlineData("2001:1::1")]
    [InlineData("2001:1::2")]
    [InlineData("2001:1::3")]
    [InlineData("2001:3::1")]
    [InlineData("2001:4:112::1")]
    [InlineData("2001:20::1")]
    [InlineData("2001:30::1")]
    [InlineData("2001:200::1")]
    [InlineData("2001:db7::1")]
    [InlineData("2606:4700::1111")]
    [InlineData("2620:4f:8000::1")]
    [InlineData("3ffe:ffff::1")]
    [InlineData("64:ff9b::808:808")]
    public void Public_addresses_may_be_reached(string address) => Assert.Null(Problem(address));

    [Theory]
    [InlineData("0.0.0.0", "this network")]
    [InlineData("0.255.255.255", "this network")]
    [InlineData("10.0.0.0", "private")]
    [InlineData("10.255.255.255", "private")]
    [InlineData("100.64.0.0", "carrier")]
    [InlineData("100.100.100.200", "carrier")]
    [InlineData("100.127.255.255", "carrier")]
    [InlineData("127.0.0.1", "loopback")]
    [InlineData("127.255.255.255", "loopback")]
    [InlineData("168.63.129.16", "metadata")]
    [InlineData("169.254.169.254", "metadata")]
    [InlineData("172.16.0.0", "private")]
    [InlineData("172.31.255.255", "private")]
    [InlineData("192.0.0.8", "protocol")]
    [InlineData("192.0.0.170", "protocol")]
    [InlineData("192.0.0.192", "protocol")]
    [InlineData("192.0.2.255", "documentation")]
    [InlineData("192.88.99.1", "6to4")]
    [InlineData("192.168.255.255", "private")]
    [InlineData("198.18.0.0", "benchmarking")]
    [InlineData("198.19.255.255", "benchmarking")]
    [InlineData("198.51.100.1", "documentation")]
    [InlineData("203.0.113.1", "documentation")]
    [InlineData("224.0.0.1", "multicast")]
    [InlineData("239.255.255.255", "multicast")]
    [InlineData("240.0.0.1", "reserved")]
    [InlineData("255.255.255.255", "broadcast")]
    [InlineData("::", "unspecified")]
    [InlineData("::1", "loopback")]
    [InlineData("::2", "compatible")]
    [InlineData("::7f00:1", "compatible")]
    [InlineData("::808:808", "compatible")]
    [InlineData("::ffff:0:7f00:1", "unassigned")]
    [InlineData("64:ff9b::7f00:1", "translation to 127.0.0.1, which is in loopback")]
    [InlineData("64:ff9b::a9fe:a9fe", "translation to 169.254.169.254")]
    [InlineData("64:ff9b:1::808:808", "local translation")]
    [InlineData("64:ff9b:2::1", "unassigned")]
    [InlineData("100::1", "discard")]
    [InlineData("100:0:0:1::1", "dummy")]
    [InlineData("100:0:0:2::1", "unassigned")]
    [InlineData("2001::1", "Teredo")]
    [InlineData("2001:0:7f00:1:0:fbff:80ff:fffe", "Teredo")]
    [InlineData("2001:1::4", "protocol")]
    [InlineData("2001:2::1", "benchmarking")]
    [InlineData("2001:10::1", "ORCHID")]
    [InlineData("2001:1ff:ffff::", "protocol")]
    [InlineData("2001:db8::1", "documentation")]
    [InlineData("2002:7f00:1::1", "6to4")]
    [InlineData("2002:808:808::1", "6to4")]
    [InlineData("3fff:fff::1", "documentation")]
    [InlineData("4000::1", "unassigned")]
    [InlineData("5f00::1", "segment")]
    [InlineData("fc00::1", "private")]
    [InlineData("fd00:ec2::254", "private")]
    [InlineData("fdff::1", "private")]
    [InlineData("fe80::1", "link-local")]
    [InlineData("fe80::1%1", "link-local")]
    [InlineData("febf::1", "link-local")]
    [InlineData("fec0::1", "site-local")]
    [InlineData("ff02::1", "multicast")]
    [InlineData("ff0e::1", "multicast")]
    [InlineData("::ffff:127.0.0.1", "loopback")]
    [InlineData("::ffff:a9fe:a9fe", "metadata")]
    public void Other_addresses_may_not_and_are_named(string address, string where) =>
        Assert.Contains(where, Problem(address) ?? "", StringComparison.Ordinal);

    [Fact]
    public void Mapped_public_addresses_are_the_IPv4_addresses_they_stand_for() =>
        Assert.Equal(IPAddress.Parse("8.8.8.8"), GlobalAddresses.Plain(IPAddress.Parse("::ffff:8.8.8.8")));

    [Fact]
    public void The_first_and_last_address_of_every_block_is_judged_by_the_block()
    {
        foreach (var special in SpecialBlocks.All)
        {
            foreach (var address in Edges(special.Block))
            {
                var found = SpecialBlocks.Find(address)!;
                Assert.True(found.Block.PrefixLength >= special.Block.PrefixLength, $"{address}: {found.Name}");
                // The range of translation is judged by what it translates to.
                if (found.Block.ToString() == "64:ff9b::/96") continue;
                Assert.Equal(found.IsGlobal, GlobalAddresses.Problem(address) is null);
            }
        }
    }

    private static string? Problem(string address) => GlobalAddresses.Problem(GlobalAddresses.Plain(IPAddress.Parse(address)));

    private static IPAddress[] Edges(IPNetwork block)
    {
        var last = block.BaseAddress.GetAddressBytes();
        for (var bit = block.PrefixLength; bit < last.Length * 8; bit++) last[bit / 8] |= (byte)(0x80 >> (bit % 8));
        return [block.BaseAddress, new IPAddress(last)];
    }
}
