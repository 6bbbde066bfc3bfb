using System.Security.Cryptography;
using System.Text;
using Trawl.Model.Ids;

namespace Trawl.Model.Tests.Ids;

public sealed class FingerprintTests
{
    [Fact]
    public void Of_IsTheFirstHalfOfSha256OverMethodAndUrl()
    {
        var expected = SHA256.HashData(Encoding.UTF8.GetBytes("GET\nhttps://example.com/a?b=ü"))[..16];

        Assert.Equal(expected, Fingerprint.Of("GET", "https://example.com/a?b=ü", []).ToArray());
    }

    [Fact]
    public void Of_LongUrl_IsTheSameHash()
    {
        var url = "https://example.com/" + new string('x', 5_000);
        var expected = SHA256.HashData(Encoding.UTF8.GetBytes("GET\n" + url))[..16];

        Assert.Equal(expected, Fingerprint.Of("GET", url, []).ToArray());
    }

    [Fact]
    public void Of_MethodUrlAndBody_EachMakeADifference()
    {
        Fingerprint[] all =
        [
            Fingerprint.Of("GET", "http://a/", []),
            Fingerprint.Of("POST", "http://a/", []),
            Fingerprint.Of("POST", "http://a/", "x"u8),
            Fingerprint.Of("POST", "http://a/b", "x"u8),
        ];

        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void Read_WhatWasWritten_IsEqual()
    {
        var fingerprint = Fingerprint.Of("GET", "http://a/", []);

        Assert.Equal(fingerprint, Fingerprint.Read(fingerprint.ToArray()));
        Assert.Equal(Convert.ToHexStringLower(fingerprint.ToArray()), fingerprint.ToString());
    }
}
