using System.CommandLine;
using Trawl.Hosting.Settings;

namespace Trawl.Cli.Commands;

/// <summary>A command: reads the settings, and runs only when all of them are right.</summary>
internal abstract class TrawlCommand : Command
{
    protected TrawlCommand(string name, string description, params string[] examples)
        : base(name, description)
    {
        Examples = examples;
        SetAction(RunAsync);
    }

    /// <summary>How the command is really used; at least one.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>Whether the command shows wrong settings itself instead of refusing to run.</summary>
    protected virtual bool ToleratesBadSettings => false;

    protected abstract Task<int> ExecuteAsync(CliSession session, ParseResult parsed);

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = SettingsReader.Read(SettingsSources.OfProcess(GlobalOptions.Given(parsed)));
        await using var session = new CliSession(settings, parsed.GetValue(GlobalOptions.Json), $"trawl {string.Join(' ', parsed.Tokens)}");
        return settings.Problems.Count == 0 || ToleratesBadSettings
            ? await ExecuteAsync(session, parsed)
            : session.RefuseSettings();
    }
}
