using System.Text.RegularExpressions;
using Trawl.Web.Urls;
using Xunit.Abstractions;

namespace Trawl.Web.Tests.Urls;

/// <summary>Unicode's IdnaTestV2.txt against the settings of the URL standard.</summary>
public sealed class DomainToAsciiTests(ITestOutputHelper output)
{
    // Hyphens, DNS lengths, ASCII rules and empty labels: the URL standard does not ask for these checks.
    private static readonly string[] NotAsked = ["V2", "V3", "A4_1", "A4_2", "U1", "X4_2"];

    [Fact]
    public void Convert_IdnaTestV2_DiffersOnlyInTheNamedWays()
    {
        int cases = 0;
        var wrong = new List<(string Why, string Text)>();
        foreach (string line in File.ReadLines(TestData.PathOf("IdnaTestV2.txt")))
        {
            string[] columns = [.. line.Split('#')[0].Split(';').Select(column => column.Trim())];
            if (columns.Length < 5) continue;
            cases++;
            if (Difference(columns) is { } text) wrong.Add((Reason(Or(columns[4], columns[2])), text));
        }

        output.WriteLine($"{cases} cases");
        foreach (var group in wrong.GroupBy(w => w.Why)) output.WriteLine($"{group.Count(),4} {group.Key}");
        Assert.True(cases > 6000, $"only {cases} cases: is the file whole?");
        Assert.DoesNotContain(wrong, w => w.Why == "");
    }

    /// <summary>The ways in which the platform's ICU, seen through the BCL, is known to differ.</summary>
    private static string Reason(string status) => status switch
    {
        _ when status.Contains('B') => "Bidi rule: not checked",
        _ when status.Contains("V3")
            || status.Contains("A4_") => "hyphen at an end, more than 63 encoded, or vanishing label: refused",
        _ when status.Contains("V6") => "ASCII that the URL standard checks later, or a newer Unicode: accepted",
        _ => "",
    };

    private static string? Difference(string[] columns)
    {
        string source = Unescape(columns[0]);
        string expected = Unescape(Or(columns[3], Or(columns[1], columns[0])));
        string status = Or(columns[4], columns[2]);
        bool fails = status.Trim('[', ']').Split(',').Any(s => s.Trim().Length > 0 && !NotAsked.Contains(s.Trim()));
        string? actual = DomainToAscii.Convert(source);
        if (fails) return actual is null ? null : $"{columns[0]} {status}: {actual} instead of a failure";
        if (status != "[]" && status.Length > 0 && actual is not null) return null;
        return (actual ?? "failure") == expected
            ? null : $"{columns[0]} {status}: {actual ?? "failure"} instead of {expected}";
    }

    private static string Or(string text, string other) => text.Length > 0 ? text : other;

    private static string Unescape(string text) =>
        text == "\"\"" ? "" : Regex.Replace(text, @"\\u([0-9A-F]{4})|\\x\{([0-9A-F]+)\}", m =>
        {
            int value = Convert.ToInt32(m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value, 16);
            return value is >= 0xD800 and < 0xE000 ? ((char)value).ToString() : char.ConvertFromUtf32(value);
        });
}
