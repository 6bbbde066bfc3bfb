using Trawl.Engine.Seams.Store;
using Trawl.Model.Ids;
using Trawl.Storage.Migrations;
using Trawl.Storage.Reading;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Tests.Migrations;

public sealed class MigratorTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_DatabaseOfANewerVersion_IsRefusedByName()
    {
        using (var database = SqliteDatabase.Open(_folder["run.db"], SqliteOpenMode.Create))
        {
            database.Execute($"PRAGMA user_version = {Migrator.Newest + 1}");
        }

        var error = Assert.Throws<RunStoreException>(() => SqliteRunStore.Open(_folder.Path));
        Assert.Contains("newer version", error.Message, StringComparison.Ordinal);
        Assert.Throws<RunStoreException>(() => RunReader.Open(_folder.Path));
    }

    [Fact]
    public void Migrations_AreNumberedWithoutGaps()
    {
        using var database = SqliteDatabase.Open(_folder["run.db"], SqliteOpenMode.Create);
        Migrator.Upgrade(database);
        Assert.Equal(Migrator.Newest, Migrator.Known(database));
        Migrator.Upgrade(database);
        var steps =
            typeof(IMigration).Assembly.GetTypes().Count(t => t.IsClass && t.IsAssignableTo(typeof(IMigration)));
        Assert.Equal(steps, Migrator.Newest);
    }

    /// <summary>
    /// Homes written by released versions, kept under <c>tests/fixtures/homes</c>, must open and be sound.
    /// </summary>
    [Fact]
    public async Task Homes_OfOlderVersions_OpenAndAreSound()
    {
        var runs = OldRuns().ToArray();
        Assert.NotEmpty(runs);
        foreach (var run in runs)
        {
            var copy = _folder[Path.GetFileName(run)];
            Copy(run, copy);
            await using (var store = SqliteRunStore.Open(copy))
            {
                var opening = await store.OpenAsync(DateTimeOffset.UnixEpoch, default);
                Assert.NotEmpty(opening.Plan.Name);
            }

            Assert.Empty(RunVerifier.Verify(copy));
        }
    }

    [Fact]
    public async Task Homes_OneOfThisVersion_PassesTheSameCheck()
    {
        var creation = new RunCreation(new RunId("shop-1"), Plans.Simple(), DateTimeOffset.UnixEpoch);
        await SqliteRunStore.Create(_folder["run"], creation).DisposeAsync();
        Assert.Empty(RunVerifier.Verify(_folder["run"]));
    }

    private static IEnumerable<string> OldRuns()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var homes = Path.Combine(folder.FullName, "tests", "fixtures", "homes");
            if (Directory.Exists(homes))
            {
                return Directory.GetDirectories(homes)
                    .Select(h => Path.Combine(h, "runs")).Where(Directory.Exists).SelectMany(Directory.GetDirectories);
            }
        }

        return [];
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
