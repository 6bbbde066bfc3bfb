using Trawl.Tests.Shared;

namespace Trawl.Tidy.Tests;

/// <summary>
/// Whatever dials or resolves is banned by the build (eng/analyzers/BannedSymbols.Network.txt); a file that lifts a ban
/// stands here, so that nobody adds a way around the egress guard unseen.
/// </summary>
public sealed class EgressTests
{
    private static readonly string[] s_exempt =
    [
        "src/Trawl.Enrich/Tools/ToolConnection.cs",
        "src/Trawl.Fetch/Connections/Handler.cs",
        "src/Trawl.Fetch/Egress/Dialer.cs",
        "src/Trawl.Fetch/Egress/GuardedHttp.cs",
        "src/Trawl.Fetch/Egress/SystemResolver.cs",
        "src/Trawl.Hosting/Wire/WireCaller.cs",
        "src/Trawl.Ipc/Native/ManagedSocket.cs",
        "src/Trawl.Remote/ServerCalls.cs",
    ];

    [Fact]
    public void BansAreLiftedInTheNamedFilesAlone() =>
        Assert.Equal(s_exempt, SourceTree.Files("src").Where(f => File.ReadAllText(f).Contains("RS0030", StringComparison.Ordinal)).Select(SourceTree.Name).Order());

    [Fact]
    public void NoProjectSwitchesTheBansOff()
    {
        var bad = from file in Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
                  let text = File.ReadAllText(file)
                  where text.Contains("RelaxedRoom", StringComparison.Ordinal) || text.Contains("RS0030", StringComparison.Ordinal)
                  select SourceTree.Name(file);

        Assert.Empty(bad);
    }
}
