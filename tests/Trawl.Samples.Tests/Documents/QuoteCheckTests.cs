using Trawl.Samples.Tests.Support;

namespace Trawl.Samples.Tests.Documents;

public sealed class QuoteCheckTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void AnEqualRegionIsFine_WhateverItsIndentation()
    {
        Write("a.cs", "class A\n{\n    // region: one\n    int X;\n\n      int Y;\n    // endregion\n}\n");
        Write("d.md", "<!-- source: a.cs#one -->\n\n```csharp\nint X;\n\n  int Y;\n```\n");

        Assert.Empty(new QuoteCheck(_scratch.Root).Check("d.md"));
    }

    [Fact]
    public void AChangedRegionIsShownAsADifference_AndWrittenAnew()
    {
        Write("a.yaml", "# region: one\na: 1\nb: 2\n# endregion\nc: 3\n");
        Write("d.md", "Text\n\n<!-- source: a.yaml#one -->\n```yaml\na: 1\nb: 3\n```\n\n```yaml\nfree: true\n```\n");
        var check = new QuoteCheck(_scratch.Root);

        var fault = Assert.Single(check.Check("d.md"));
        check.Update("d.md");

        Assert.StartsWith("d.md:5: ", fault);
        Assert.Contains("  a: 1\n- b: 3\n+ b: 2\n", fault.ReplaceLineEndings("\n"));
        Assert.Empty(check.Check("d.md"));
        Assert.Equal(
            "Text\n\n<!-- source: a.yaml#one -->\n```yaml\na: 1\nb: 2\n```\n\n```yaml\nfree: true\n```\n",
            File.ReadAllText(_scratch.PathOf("d.md")));
    }

    [Theory]
    [InlineData("a.cs#two", "csharp", "not there")]
    [InlineData("a.cs#open", "csharp", "does not end")]
    [InlineData("b.cs#one", "csharp", "not a .cs file")]
    [InlineData("a.cs#one", "yaml", "not a .yaml file")]
    [InlineData("a.cs#one", "json", "csharp or yaml")]
    public void ASourceThatCannotBeQuotedIsAFault(string source, string language, string fault)
    {
        Write("a.cs", "// region: one\nint X;\n// endregion\n// region: open\nint Y;\n");
        Write("d.md", $"<!-- source: {source} -->\n```{language}\nint X;\n```\n");

        Assert.Contains(fault, Assert.Single(new QuoteCheck(_scratch.Root).Check("d.md")));
    }

    [Fact]
    public void ARegionInARegionLosesItsMarks()
    {
        Write("a.cs", "// region: one\nint X;\n// region: two\nint Y;\n// endregion\nint Z;\n// endregion\n");
        Write("d.md", "<!-- source: a.cs#one -->\n```csharp\nint X;\nint Y;\nint Z;\n```\n<!-- source: a.cs#two -->\n```csharp\nint Y;\n```\n");

        Assert.Empty(new QuoteCheck(_scratch.Root).Check("d.md"));
    }

    private void Write(string name, string text) => File.WriteAllText(_scratch.PathOf(name), text);
}
