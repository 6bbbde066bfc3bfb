using Trawl.Cli.Terminal;

namespace Trawl.Cli.Tests.Terminal;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\nb\tc", "a b c")]
    [InlineData("\u001b]0;owned\a\u001b[31mred", " ]0;owned  [31mred")]
    [InlineData("right\u202eleft\u200b", "rightleft")]
    [InlineData("caf\u00e9 \u2028 \u0085", "caf\u00e9    ")]
    [InlineData(null, "")]
    public void Line_LetsNothingReachTheTerminal(string? text, string expected) => Assert.Equal(expected, SafeText.Line(text));

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("日本", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("🎣", 2)]
    public void Width_IsThatOfATerminal(string text, int width) => Assert.Equal(width, SafeText.Width(text));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 4, "abc…")]
    [InlineData("日本語", 4, "日…")]
    [InlineData("abc", 0, "")]
    public void Cut_NeverExceedsTheColumns(string text, int columns, string expected) =>
        Assert.Equal(expected, SafeText.Cut(text, columns));
}
