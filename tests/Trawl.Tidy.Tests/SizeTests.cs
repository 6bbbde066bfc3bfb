namespace Trawl.Tidy.Tests;

/// <summary>Small files stay small: a ratchet on the median and the ninth decile, not a limit on the honest giant.</summary>
public sealed class SizeTests
{
    [Fact]
    public void FilesAreSmall()
    {
        var lines = SourceTree.Files("src").Select(file => File.ReadLines(file).Count()).Order().ToArray();

        Assert.InRange(lines[lines.Length / 2], 1, 60);
        Assert.InRange(lines[lines.Length * 9 / 10], 1, 220);
    }

    [Fact]
    public void LongFilesAreTheNamedOnes()
    {
        // Each is one published algorithm or table, or one list of cases.
        string[] giants = [];
        var long_ = SourceTree.Files("src").Where(file => File.ReadLines(file).Count() > 450).Select(SourceTree.Name).Except(giants);

        Assert.Empty(long_);
    }

    [Fact]
    public void LinesFitThePage()
    {
        var files = SourceTree.Files("src").Select(file => (file, Lines: File.ReadLines(file).Count(line => line.Length > 160)));

        Assert.Empty(files.Where(f => f.Lines > 0).Select(f => $"{SourceTree.Name(f.file)}: {f.Lines} lines over 160 columns"));
    }
}
