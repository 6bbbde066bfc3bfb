namespace Trawl.Cli.Commands;

internal sealed record VersionDocument(string Trawl, string Dotnet, string Platform);
