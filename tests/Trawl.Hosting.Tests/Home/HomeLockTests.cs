using Trawl.Hosting.Home;
using Trawl.Hosting.Tests.Support;

namespace Trawl.Hosting.Tests.Home;

public sealed class HomeLockTests : IDisposable
{
    private static readonly LockHolder s_holder = new(42, DateTimeOffset.UnixEpoch, "/tmp/s", "trawl run a.yaml");
    private readonly TempFolder _folder = new();

    private HomeFolder Home => new(Path.Combine(_folder.Path, "home"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OneHolderAtATime_AndFreeAfterwards()
    {
        using (var first = HomeLock.TryTake(Home))
        {
            Assert.NotNull(first);
            Assert.Null(HomeLock.TryTake(Home));
        }

        using var second = HomeLock.TryTake(Home);
        Assert.NotNull(second);
    }

    [Fact]
    public void Holder_IsReadWhileTheLockIsHeld_AndReadersDoNotShutTheOwnerOut()
    {
        using (var first = HomeLock.TryTake(Home)!)
        {
            first.Write(s_holder);
            Assert.Equal(s_holder, HomeLock.ReadHolder(Home));
        }

        Parallel.For(0, 200, i =>
        {
            if (i % 2 == 0)
            {
                HomeLock.ReadHolder(Home);
            }
        });
        using var next = HomeLock.TryTake(Home)!;
        Assert.Equal(s_holder, next.Before);
    }

    [Fact]
    public void HomeAndLock_AreTheUsersAlone()
    {
        HomeLock.TryTake(Home)!.Dispose();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Home.LockFile));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Home.Root));
    }

    [Theory]
    [InlineData("")]
    [InlineData("pid x\nsince y")]
    [InlineData("pid 1")]
    [InlineData("\0\n\n pid")]
    public void GarbageInTheFile_IsNobody(string text)
    {
        Directory.CreateDirectory(Home.Root);
        File.WriteAllText(Home.LockFile, text);

        Assert.Null(HomeLock.ReadHolder(Home));
    }

    [Fact]
    public void Command_StaysOneLine()
    {
        var holder = s_holder with { Command = "trawl\nsocket /evil\n" + new string('x', 10_000) };

        Assert.Equal("/tmp/s", LockHolder.Parse(holder.Write())!.Socket);
    }
}
