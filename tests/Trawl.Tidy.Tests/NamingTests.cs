using System.Text.RegularExpressions;

namespace Trawl.Tidy.Tests;

public sealed partial class NamingTests
{
    [Fact]
    public void NoTypeIsAManagerAHelperOrADrawer()
    {
        var bad = from file in SourceTree.Files("src", "tests", "bench")
                  let name = Path.GetFileNameWithoutExtension(file)
                  where Drawer().IsMatch(name)
                  select SourceTree.Name(file);

        Assert.Empty(bad);
    }

    [Fact]
    public void AFileIsNamedLikeItsType()
    {
        var bad = from file in SourceTree.Files("src")
                  let name = Path.GetFileNameWithoutExtension(file).Split('.')[0]
                  let types = TopLevelType().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value).ToArray()
                  where types.Length > 0 && !types.Contains(name)
                  select $"{SourceTree.Name(file)} holds {string.Join(", ", types)}";

        Assert.Empty(bad);
    }

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utilities|Common|Misc)$")]
    private static partial Regex Drawer();

    [GeneratedRegex(@"^(?:public |internal |file )?(?:(?:sealed|static|abstract|partial|readonly|ref|unsafe) )*(?:class|record struct|record class|struct|record|interface|enum|delegate \S+) ([A-Za-z0-9_]+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();
}
