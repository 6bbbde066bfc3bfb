using System.CommandLine;
using System.Globalization;

namespace Trawl.Cli.Commands.Pipelines;

/// <summary>How saved pipelines are named on the command line.</summary>
internal static class PipelineNames
{
    public static Argument<string> Name() => new("NAME") { Description = "The saved pipeline's name." };

    public static Argument<string> NameAndVersion() => new("NAME[@VERSION]")
    {
        Description = "The saved pipeline's name, and the version when it is not the current one.",
        Validators =
        {
            r =>
            {
                if (r.Tokens.Count == 1 && Read(r.Tokens[0].Value) is null)
                {
                    r.AddError($"\"{r.Tokens[0].Value}\" names no version: write it as shop or shop@3.");
                }
            },
        },
    };

    /// <summary>Name and version; null when what is behind the last @ is no number.</summary>
    public static (string Name, int? Version)? Read(string given)
    {
        var at = given.LastIndexOf('@');
        return at < 0 ? (given, null)
            : int.TryParse(given.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? (given[..at], version)
            : null;
    }
}
