using Trawl.Cli.Terminal;

namespace Trawl.Cli.Tests.Terminal;

public sealed class TextTableTests
{
    [Fact]
    public void Columns_AlignAndTheWideOneGivesWay()
    {
        var table = new TextTable(new TextColumn("name", MayShrink: true), new TextColumn("n", IsRight: true), new TextColumn("x"));
        table.Add("a rather long name", "1,000", "end");
        table.Add("日本", "2", null);

        Assert.Equal(
            ["name             n  x", "a rather l…  1,000  end", "日本             2"],
            table.Lines(23, new Style(false)));
    }
}
