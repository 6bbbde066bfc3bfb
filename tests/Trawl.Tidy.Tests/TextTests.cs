using System.Text.RegularExpressions;
using Trawl.Tests.Shared;

namespace Trawl.Tidy.Tests;

public sealed partial class TextTests
{
    [Fact]
    public void NothingIsLeftUnfinished()
    {
        var bad = from file in SourceTree.Files("src", "tests", "bench").Where(f => !f.EndsWith("TextTests.cs", StringComparison.Ordinal))
                  from line in File.ReadLines(file)
                  where Mark().IsMatch(line)
                  select $"{SourceTree.Name(file)}: {line.Trim()}";

        Assert.Empty(bad);
    }

    [Fact]
    public void LinksOfDocumentsLeadSomewhere()
    {
        var documents = Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.PathOf("src"), "README.md", SearchOption.AllDirectories));
        var bad = from document in documents
                  from Match link in Link().Matches(File.ReadAllText(document))
                  let target = link.Groups[1].Value.Split('#')[0]
                  where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
                  where !Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, target))
                  select $"{SourceTree.Name(document)}: {target}";

        Assert.Empty(bad);
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
