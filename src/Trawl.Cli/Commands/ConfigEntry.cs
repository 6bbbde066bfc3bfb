namespace Trawl.Cli.Commands;

internal sealed record ConfigEntry(string Name, string? Value, string Origin, string Environment);
