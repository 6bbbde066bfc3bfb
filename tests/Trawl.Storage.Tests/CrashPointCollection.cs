namespace Trawl.Storage.Tests;

/// <summary>Tests that arm the process-wide crash points run alone.</summary>
[CollectionDefinition("crash points", DisableParallelization = true)]
public sealed class CrashPointCollection;
