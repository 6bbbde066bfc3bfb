using Trawl.Engine.Seams.Store;
using Trawl.Model.Ids;
using Trawl.Model.Journal;
using Trawl.Storage.Reading;
using Trawl.Storage.Runs;

namespace Trawl.Storage.Tests.Runs;

public sealed class RunCreatorTests : IDisposable
{
    private static readonly RunCreation Creation =
        new(new RunId("shop-1"), Plans.Simple(), DateTimeOffset.UnixEpoch, "shop.yaml");

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Create_WritesTheRunAndItsFirstEntry()
    {
        await SqliteRunStore.Create(_folder["run"], Creation).DisposeAsync();
        using var reader = RunReader.Open(_folder["run"]);
        Assert.Equal(JournalKind.RunAccepted, Assert.Single(reader.Journal(0, 9)).Kind);
        Assert.Equal("shop.yaml", reader.ReadRun().Source);
        Assert.True(Directory.Exists(RunFiles.Datasets(_folder["run"])));
    }

    [Fact]
    public void Create_ByManyAtOnce_OneGetsTheRun()
    {
        var won = 0;
        var lost = 0;
        Parallel.For(0, 16, _ =>
        {
            try
            {
                SqliteRunStore.Create(_folder["run"], Creation).DisposeAsync().AsTask().GetAwaiter().GetResult();
                Interlocked.Increment(ref won);
            }
            catch (IOException)
            {
                Interlocked.Increment(ref lost);
            }
        });
        Assert.Equal((1, 15), (won, lost));
    }

    [Fact]
    public void Open_FolderWithoutARun_SaysSo()
    {
        Assert.Throws<RunStoreException>(() => SqliteRunStore.Open(_folder["none"]));
        File.WriteAllText(_folder["run.db"], "");
        Assert.Contains(
            "no run",
            Assert.Throws<RunStoreException>(() => SqliteRunStore.Open(_folder.Path)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FileThatIsNoDatabase_SaysItIsDamaged()
    {
        File.WriteAllText(_folder["run.db"], new string('x', 5000));
        var error = Assert.Throws<RunStoreException>(() => SqliteRunStore.Open(_folder.Path));
        Assert.Contains("damaged", error.Message, StringComparison.Ordinal);
    }
}
