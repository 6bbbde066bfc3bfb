using Trawl.Engine.Seams.Store;
using Trawl.Model.Ids;
using Trawl.Model.Plans;
using Trawl.Storage.Reading;
using Trawl.Storage.Runs;
using Trawl.Storage.Tests.Conformance;

namespace Trawl.Storage.Tests.Runs;

/// <summary>The contract, on SQLite with its own commit thread.</summary>
public class SqliteRunStoreTests : RunStoreConformance, IDisposable
{
    private readonly TestFolder _folder = new();

    protected virtual RunStoreOptions Options => new();

    protected override IRunStore Create(PipelinePlan plan) =>
        SqliteRunStore.Create(_folder["run"], new RunCreation(new RunId("shop-1"), plan, Now), Options);

    protected override IRunStore Reopen() => SqliteRunStore.Open(_folder["run"], Options);

    protected override void Check() => Assert.Empty(RunVerifier.Verify(_folder["run"]));

    public void Dispose() => _folder.Dispose();
}
