namespace Trawl.Demo.Data;

/// <summary>A brand or a seller.</summary>
internal sealed record Party(string Name, string Path, string About);
