using System.Diagnostics;
using Trawl.Pipelines.Diagnostics;

namespace Trawl.Pipelines.Tests;

/// <summary>
/// Texts that nobody would write: whatever comes, there is an answer, soon, with places inside the text.
/// </summary>
public sealed class FuzzTests
{
    private static readonly string[] _pieces =
    [
        "\n", "  ", "\t", ": ", "- ", "{", "}", "[", "]", "\"", "'", "#", "&a ", "*a", "|\n", ">\n", "!!str ", "---\n",
            "...\n", "? ", "${", "${env:X}", "${a:-b}",
        "$${", "\\", "\\x4", "\\UFFFFFFFF", "\0", "\r", "\r\n", "\u0085", "\u2028", "\uD800", "😀", "%YAML 1.2\n",
            "<<: ", "{1..99999}", "{1..3}", "::attr(", "re:(",
        "css: ", "any: ", "fields: ", "url: ", "99999999999999999999", "-1", "1e999 s", "null", "~", "true", "@", "`",
            ",", "*.", "http://", "${set:}",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Compile_Mutated_NeverThrowsAndPlacesEveryFinding(int seed)
    {
        var random = new Random(seed);
        string[] samples = [.. Compiling.SampleNames.Select(Compiling.Sample)];
        for (int round = 0; round < 60; round++)
        {
            string text = samples[random.Next(samples.Length)];
            for (int i = random.Next(1, 6); i > 0; i--) text = Mutate(text, random);
            Check(text, seed, round);
        }
    }

    [Theory]
    [InlineData("[", 200_000)]
    [InlineData("{a: ", 200_000)]
    [InlineData("- ", 200_000)]
    [InlineData("? ", 100_000)]
    [InlineData("a: &a\n", 100_000)]
    [InlineData("\"", 200_000)]
    [InlineData("start: {1..3}{1..3}{1..3}\n", 10_000)]
    [InlineData("${a", 200_000)]
    [InlineData("${a}", 200_000)]
    public void Compile_Repeated_EndsSoon(string piece, int count)
    {
        var clock = Stopwatch.StartNew();
        Check(string.Concat(Enumerable.Repeat(piece, count)), 0, 0);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"\"{piece}\" {count} times took {clock.Elapsed}.");
    }

    private static string Mutate(string text, Random random)
    {
        int at = random.Next(text.Length + 1), other = random.Next(text.Length + 1);
        int length = Math.Min(random.Next(1, 30), text.Length - at);
        return random.Next(5) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(other, text.Substring(at, length)),
            2 => text.Remove(at, length).Insert(at, _pieces[random.Next(_pieces.Length)]),
            3 when text.Length > 0 => text[..Math.Max(1, at)],
            _ => text.Insert(at, _pieces[random.Next(_pieces.Length)]),
        };
    }

    private static void Check(string text, int seed, int round)
    {
        try
        {
            foreach (var found in Compiling.Compile(text).Diagnostics) AssertInside(text, found);
        }
        catch (Exception e)
        {
            Assert.Fail($"Seed {seed}, round {round}: {e}\n{text[..Math.Min(text.Length, 4000)]}");
        }
    }

    private static void AssertInside(string text, Diagnostic found)
    {
        string[] lines = text.Replace("\r\n", " \n", StringComparison.Ordinal).Split('\n', '\r');
        Assert.InRange(found.Line, 1, lines.Length);
        Assert.InRange(found.Column, 1, lines[found.Line - 1].Length + 1);
    }
}
