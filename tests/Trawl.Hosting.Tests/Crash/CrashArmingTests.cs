using Trawl.Engine.Crash;
using Trawl.Hosting.Crash;

namespace Trawl.Hosting.Tests.Crash;

public sealed class CrashArmingTests
{
    [Fact]
    public void Counts_TheNthReachOfEachPointAlone()
    {
        var arming = new CrashArming("CommitHalfway:3, OutputRenamed");

        Assert.Equal([false, false, true, false], Enumerable.Range(0, 4).Select(_ => arming.Counts(CrashPoint.CommitHalfway)));
        Assert.True(arming.Counts(CrashPoint.OutputRenamed));
        Assert.False(arming.Counts(CrashPoint.Leased));
    }

    [Theory]
    [InlineData("Nowhere:1")]
    [InlineData("Leased:0")]
    [InlineData("Leased:x")]
    [InlineData("99:1")]
    public void WrongText_NamesThePoints(string text) =>
        Assert.Contains("CommitHalfway", Assert.Throws<FormatException>(() => new CrashArming(text)).Message, StringComparison.Ordinal);
}
