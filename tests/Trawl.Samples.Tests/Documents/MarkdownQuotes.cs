using System.Text.RegularExpressions;

namespace Trawl.Samples.Tests.Documents;

/// <summary>Reads the fenced blocks of a document and the <c>&lt;!-- source: … --&gt;</c> comments before them.</summary>
internal static partial class MarkdownQuotes
{
    public static IReadOnlyList<Quote> Read(string document, IReadOnlyList<string> lines)
    {
        var quotes = new List<Quote>();
        string? source = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (Fence().Match(lines[i]) is { Success: true } fence)
            {
                var end = EndOf(lines, i, fence.Groups[1].Value);
                quotes.Add(new Quote(document, i + 1, fence.Groups[2].Value, source, [.. lines.Take(end).Skip(i + 1)]));
                (source, i) = (null, end);
            }
            else if (lines[i].Trim().Length > 0)
            {
                Assert.True(source is null, $"{document}:{i + 1}: a code block must follow the comment \"source: {source}\".");
                source = Comment().Match(lines[i]) is { Success: true } comment ? comment.Groups[1].Value : null;
            }
        }

        Assert.True(source is null, $"{document}: a code block must follow the comment \"source: {source}\".");
        return quotes;
    }

    private static int EndOf(IReadOnlyList<string> lines, int opening, string fence)
    {
        var end = opening + 1;
        while (end < lines.Count && lines[end].TrimEnd() != fence)
        {
            end++;
        }

        return end;
    }

    [GeneratedRegex("^(`{3,})\\s*([\\w+-]*)")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^<!-- source: (\S+) -->$")]
    private static partial Regex Comment();
}
