using Trawl.Api.Pipelines.Saved;
using Trawl.Hosting.Saved;

namespace Trawl.Hosting.Tests;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("a\nb\nc", "a\nb\nc", 0)]
    [InlineData("a\nb\nc", "a\nx\nc", 2)]
    [InlineData("a\nb\nc\na\nb\nb\na", "c\nb\na\nb\na\nc", 5)]
    [InlineData("", "a", 2)]
    [InlineData("a\nb", "a\nb\nc\n", 1)]
    public void TheFewestEditsAreFound(string before, string after, int edits) =>
        Assert.Equal(edits, LineDiff.Of(before, after).Count(l => l.Kind != "same"));

    [Fact]
    public void BothTextsStandInTheDiff()
    {
        const int seed = 20_261_122;
        var chance = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var (before, after) = (Text(chance), Text(chance));
            var diff = LineDiff.Of(before, after);
            Assert.Equal(before, Side(diff, "removed"));
            Assert.Equal(after, Side(diff, "added"));
        }
    }

    [Fact]
    public void TextsWithNothingInCommonAreReplaced()
    {
        var (before, after) = (string.Join('\n', Enumerable.Range(0, 3_000)), string.Join('\n', Enumerable.Range(5_000, 3_000)));
        var diff = LineDiff.Of(before, after);
        Assert.Equal(before, Side(diff, "removed"));
        Assert.Equal(after, Side(diff, "added"));
    }

    private static string Text(Random chance) => string.Join('\n', Enumerable.Range(0, 1 + chance.Next(20)).Select(_ => "abcd"[chance.Next(4)]));

    private static string Side(IEnumerable<DiffLine> diff, string kind) =>
        string.Join('\n', diff.Where(l => l.Kind == "same" || l.Kind == kind).Select(l => l.Text));
}
