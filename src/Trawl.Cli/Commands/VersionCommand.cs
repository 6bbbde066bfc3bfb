using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Trawl.Cli.Commands;

internal sealed class VersionCommand : TrawlCommand
{
    public VersionCommand()
        : base("version", "Show the version.", "trawl version")
    {
    }

    public static string Version { get; } =
        typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    protected override Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var document = new VersionDocument(Version, Environment.Version.ToString(), RuntimeInformation.RuntimeIdentifier);
        if (session.IsJson)
        {
            session.Data.WriteJson(document, CliJson.Readable.VersionDocument);
        }
        else
        {
            session.Data.WriteLine($"trawl {document.Trawl} (.NET {document.Dotnet}, {document.Platform})");
        }

        return Task.FromResult(ExitCode.Ok);
    }
}
