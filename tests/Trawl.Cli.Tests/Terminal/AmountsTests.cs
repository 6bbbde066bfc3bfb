using Trawl.Cli.Terminal;

namespace Trawl.Cli.Tests.Terminal;

public sealed class AmountsTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1000, "1.0 kB")]
    [InlineData(999_499, "999 kB")]
    [InlineData(999_999, "1.0 MB")]
    [InlineData(12_345_678, "12.3 MB")]
    public void Bytes(long bytes, string expected) => Assert.Equal(expected, Amounts.Bytes(bytes));

    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(61.9, "1:01")]
    [InlineData(3723, "1:02:03")]
    [InlineData(-5, "0:00")]
    public void Clock(double seconds, string expected) => Assert.Equal(expected, Amounts.Clock(seconds));
}
