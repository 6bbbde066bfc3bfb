using System.IO.Compression;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Replays;

/// <summary>Recordings of the first release are replayed to the letter by every later build.</summary>
public sealed class FirstReleaseTests : IDisposable
{
    private const string Release = "0.1";
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("shop", 2)]
    [InlineData("maps", 1)]
    [InlineData("archive", 1)]
    [InlineData("secrets", 1)]
    public void IsTheSameStill(string name, int runs)
    {
        var home = _scratch.PathOf(name);
        ZipFile.ExtractToDirectory(Path.Combine(KeptRecordings.Folder(Release), name + ".zip"), home);
        var folders = Directory.GetDirectories(Path.Combine(home, "runs"));

        Assert.Equal(runs, folders.Length);
        Assert.All(folders, folder =>
        {
            using var replay = TrawlProcess.Run(["replay", Path.GetFileName(folder), "--check", "--json", "--home", home]);
            ReplayedRun.AssertSame(replay);
        });
    }
}
