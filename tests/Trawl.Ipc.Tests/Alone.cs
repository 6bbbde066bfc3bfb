namespace Trawl.Ipc.Tests;

/// <summary>Tests that count what the whole process does run while no other does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
