namespace Trawl.Samples.Tests.Documents;

/// <summary>Holds the quotes of a document to their sources.</summary>
/// <param name="root">Folder that the paths of documents and sources start from.</param>
internal sealed class QuoteCheck(string root)
{
    private static readonly Dictionary<string, string> s_extensions = new() { ["csharp"] = ".cs", ["yaml"] = ".yaml" };

    public static bool Concerns(Quote quote) => s_extensions.ContainsKey(quote.Language);

    /// <summary>What is wrong with a document; empty when each quote equals its source.</summary>
    public IReadOnlyList<string> Check(string document) =>
    [
        .. from quote in MarkdownQuotes.Read(document, Lines(document))
           let fault = Fault(quote)
           where fault is not null
           select $"{quote.Place}: {fault}",
    ];

    /// <summary>Writes each quote anew from its source.</summary>
    public void Update(string document)
    {
        var lines = Lines(document).ToList();
        foreach (var quote in MarkdownQuotes.Read(document, lines).Reverse())
        {
            if (quote.Source is not null && SourceOf(quote) is { } source)
            {
                lines.RemoveRange(quote.FirstLine, quote.Lines.Count);
                lines.InsertRange(quote.FirstLine, source);
            }
        }

        var text = string.Join('\n', lines) + "\n";
        if (text != File.ReadAllText(Path.Combine(root, document)))
        {
            File.WriteAllText(Path.Combine(root, document), text);
        }
    }

    private string? Fault(Quote quote)
    {
        if (quote.Source is null)
        {
            return null;
        }

        if (!s_extensions.TryGetValue(quote.Language, out var extension))
        {
            return $"a quote is csharp or yaml, not \"{quote.Language}\".";
        }

        var path = quote.Source.Split('#')[0];
        if (!path.EndsWith(extension, StringComparison.Ordinal) || !File.Exists(Path.Combine(root, path)))
        {
            return $"\"{path}\" is not a {extension} file of this repository.";
        }

        return SourceOf(quote) is not { } source ? $"\"{quote.Source}\" names a region that is not there or does not end."
            : source.SequenceEqual(quote.Lines) ? null
            : $"the block is not what stands in {quote.Source}. TRAWL_UPDATE=1 ./build.sh test writes it anew:\n"
                + LineDiff.Of(quote.Lines, source);
    }

    private IReadOnlyList<string>? SourceOf(Quote quote)
    {
        var parts = quote.Source!.Split('#');
        return File.Exists(Path.Combine(root, parts[0]))
            ? SourceRegion.Read(Lines(parts[0]), parts.Length > 1 ? parts[1] : null)
            : null;
    }

    private string[] Lines(string path) => File.ReadAllLines(Path.Combine(root, path));
}
