using System.Globalization;
using Trawl.Engine.Admission;
using Trawl.Model.Ids;

namespace Trawl.Engine.Tests.Admission;

public sealed class FingerprintCacheTests
{
    private readonly FingerprintCache _cache = new();

    [Fact]
    public void Of_AnyUrl_EqualsTheHashEachTimeItIsAsked()
    {
        foreach (var length in new[] { 1, 100, 511, 512, 513, 100_000 })
        {
            var url = "http://a.test/" + new string('x', length);
            Assert.Equal(Fingerprint.Of("GET", url, default), _cache.Of(url));
            Assert.Equal(Fingerprint.Of("GET", url, default), _cache.Of(url));
        }
    }

    [Fact]
    public void Of_ManyThreadsAndMoreUrlsThanSlots_NeverMixesThemUp()
    {
        Parallel.For(0, 4, thread =>
        {
            for (var i = 0; i < 40_000; i++)
            {
                var url = string.Create(CultureInfo.InvariantCulture, $"http://a.test/{(i * 7) + thread}");
                Assert.Equal(Fingerprint.Of("GET", url, default), _cache.Of(url));
            }
        });
    }
}
