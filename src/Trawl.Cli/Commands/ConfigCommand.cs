using System.CommandLine;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands;

internal sealed class ConfigCommand : TrawlCommand
{
    public ConfigCommand()
        : base("config", "Show every setting, its value and where the value came from.", "trawl config", "trawl config --json")
    {
    }

    protected override bool ToleratesBadSettings => true;

    protected override Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (session.IsJson)
        {
            session.Data.WriteJson(ConfigDocument.Of(session.Settings), CliJson.Readable.ConfigDocument);
        }
        else
        {
            var table = new TextTable(
                new TextColumn("setting"), new TextColumn("value", MayShrink: true), new TextColumn("from", MayShrink: true));
            foreach (var value in session.Settings.Values)
            {
                table.Add(value.Setting.Name, value.Shown ?? "(none)", value.Origin);
            }

            session.Data.Write(table);
        }

        foreach (var problem in session.Settings.Problems)
        {
            session.Talk.Error($"{problem.Origin}: {problem.Message}", problem.Fix);
        }

        return Task.FromResult(session.Settings.Problems.Count == 0 ? ExitCode.Ok : ExitCode.Usage);
    }
}
