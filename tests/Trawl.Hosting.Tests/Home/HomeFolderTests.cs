using Trawl.Hosting.Home;

namespace Trawl.Hosting.Tests.Home;

public sealed class HomeFolderTests
{
    [Fact]
    public void Default_FollowsThePlatform()
    {
        Assert.Equal("/home/u/.local/share/trawl", HomeFolder.Default(Of(("HOME", "/home/u"))));
        Assert.Equal("/data/trawl", HomeFolder.Default(Of(("HOME", "/home/u"), ("XDG_DATA_HOME", "/data"))));
        Assert.Equal("/home/u/.local/share/trawl", HomeFolder.Default(Of(("HOME", "/home/u"), ("XDG_DATA_HOME", "relative"))));
    }

    private static Dictionary<string, string> Of(params (string Name, string Value)[] variables) =>
        variables.ToDictionary(v => v.Name, v => v.Value);
}
