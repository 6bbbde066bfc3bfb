namespace Trawl.Hosting.Settings;

/// <summary>A variable of a <c>.env</c> file.</summary>
internal sealed record DotEnvEntry(string Name, string Value, string Origin);
