using System.CommandLine;
using Trawl.Api.Serialization;
using Trawl.Api.Settings;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands;

internal sealed class ConfigCommand : TrawlCommand
{
    private readonly Option<bool> _ofServer = new("--of-server") { Description = "The settings of the server that --server names, instead of this machine's." };

    public ConfigCommand()
        : base(
            "config",
            "Show every setting, its value and where the value came from.",
            "trawl config",
            "trawl config --of-server --server https://crawler.example:8443") => Add(_ofServer);

    protected override bool ToleratesBadSettings => true;

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed) => !parsed.GetValue(_ofServer)
        ? Show(session)
        : session.Settings.Problems.Count > 0
            ? session.RefuseSettings()
            : session.Answer(
                await session.Client.ListSettingsAsync(new ListSettingsRequest(), CancellationToken.None),
                ApiJson.Readable.ListSettingsResponse,
                r => session.Data.Write(Table(r.Settings.Select(s => (s.Name, s.Value, s.Origin)))));

    private static int Show(CliSession session)
    {
        if (session.IsJson)
        {
            session.Data.WriteJson(ConfigDocument.Of(session.Settings), CliJson.Readable.ConfigDocument);
        }
        else
        {
            session.Data.Write(Table(session.Settings.Values.Select(v => (v.Setting.Name, v.Shown, v.Origin))));
        }

        foreach (var problem in session.Settings.Problems)
        {
            session.Talk.Error($"{problem.Origin}: {problem.Message}", problem.Fix);
        }

        return session.Settings.Problems.Count == 0 ? ExitCode.Ok : ExitCode.Usage;
    }

    private static TextTable Table(IEnumerable<(string Name, string? Value, string Origin)> settings)
    {
        var table = new TextTable(
            new TextColumn("setting"), new TextColumn("value", MayShrink: true), new TextColumn("from", MayShrink: true));
        foreach (var (name, value, origin) in settings)
        {
            table.Add(name, value ?? "(none)", origin);
        }

        return table;
    }
}
