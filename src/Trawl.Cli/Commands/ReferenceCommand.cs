using System.CommandLine;
using Trawl.Cli.Reference;

namespace Trawl.Cli.Commands;

/// <summary>Writes the generated reference pages; for those who work on Trawl.</summary>
internal sealed class ReferenceCommand : TrawlCommand
{
    private readonly Argument<string> _folder = new("FOLDER") { Description = "Where to write cli.md and settings.md." };

    public ReferenceCommand()
        : base("reference", "Write the reference pages of the command line and the settings.", "trawl reference docs/reference")
    {
        Hidden = true;
        Add(_folder);
    }

    protected override Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var folder = parsed.GetRequiredValue(_folder);
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in ReferencePages.All)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        return Task.FromResult(ExitCode.Ok);
    }
}
