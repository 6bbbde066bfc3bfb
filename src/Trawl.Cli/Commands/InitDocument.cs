namespace Trawl.Cli.Commands;

internal sealed record InitDocument(string Url, string? File, string Pipeline);
