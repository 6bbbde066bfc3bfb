using Trawl.Storage.Runs;

namespace Trawl.Storage.Tests.Runs;

/// <summary>The contract, as the simulation uses SQLite.</summary>
public sealed class InlineRunStoreTests : SqliteRunStoreTests
{
    protected override RunStoreOptions Options => new() { Inline = true, Durable = false };
}
