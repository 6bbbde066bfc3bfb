namespace Trawl.Cli.Tests.Support;

/// <summary>Tests that start processes share the shop and take turns.</summary>
[CollectionDefinition(Name)]
public sealed class BenchCollection : ICollectionFixture<Bench>
{
    public const string Name = "bench";
}
