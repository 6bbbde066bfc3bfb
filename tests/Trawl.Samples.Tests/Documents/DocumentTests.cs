using Trawl.Tests.Shared;

namespace Trawl.Samples.Tests.Documents;

/// <summary>Documents quote only code that is compiled, and pipelines that <see cref="SampleTests"/> compiles and runs.</summary>
public sealed class DocumentTests
{
    private static readonly bool s_update = Environment.GetEnvironmentVariable("TRAWL_UPDATE") == "1";

    public static TheoryData<string> Documents() => [.. Paths()];

    [Theory]
    [MemberData(nameof(Documents))]
    public void QuotesEqualTheirSources(string document)
    {
        var check = new QuoteCheck(Repository.Root);
        if (s_update)
        {
            check.Update(document);
        }

        Assert.True(check.Check(document) is { Count: 0 }, string.Join('\n', check.Check(document)));
    }

    [Fact]
    public void TheGuideQuotesNothingUnchecked()
    {
        var unchecked_ = from document in Paths()
                         where document.StartsWith("docs/guide/", StringComparison.Ordinal)
                         from quote in MarkdownQuotes.Read(document, File.ReadAllLines(Repository.PathOf(document)))
                         where QuoteCheck.Concerns(quote) && quote.Source is null
                         select $"{quote.Place}: put <!-- source: path#region --> before the block";

        Assert.Empty(unchecked_);
    }

    [Fact]
    public void QuotedPipelinesAreAmongThoseThatAreRun()
    {
        var elsewhere = from document in Paths()
                        from quote in MarkdownQuotes.Read(document, File.ReadAllLines(Repository.PathOf(document)))
                        where quote.Language == "yaml" && quote.Source is not null
                        let path = quote.Source!.Split('#')[0]
                        where Path.GetDirectoryName(path) != "samples" && path != "src/Trawl.Demo/shop.yaml"
                        select $"{quote.Place}: {path}";

        Assert.Empty(elsewhere);
    }

    private static IEnumerable<string> Paths() => new[] { Repository.PathOf("README.md") }
        .Concat(Directory.EnumerateDirectories(Repository.PathOf("src")).Select(room => Path.Combine(room, "README.md")))
        .Where(File.Exists)
        .Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal);
}
