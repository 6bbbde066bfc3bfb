using System.CommandLine;
using Trawl.Cli.Terminal;
using Trawl.Hosting.Plugins;

namespace Trawl.Cli.Commands;

internal sealed class PluginCheckCommand : TrawlCommand
{
    private readonly Argument<string> _folder = new("FOLDER") { Description = "The plugin's folder.", DefaultValueFactory = _ => "." };

    public PluginCheckCommand()
        : base("check", "Check a plugin's manifest, start its worker and hold it against its examples.", "trawl plugin check plugins/tidy") =>
        Add(_folder);

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var result = await new PluginTools(session.Settings).CheckAsync(parsed.GetRequiredValue(_folder));
        var code = session.Answer(result, CliJson.Readable.PluginVerdict, verdict => Show(session, verdict));
        return result.TryGet(out var found, out _) && !found.IsGood ? ExitCode.Usage : code;
    }

    private static void Show(CliSession session, PluginVerdict verdict)
    {
        if (verdict.Diagnostics.Count > 0)
        {
            ErrorView.Write(session.Talk, verdict.Diagnostics);
        }

        foreach (var (name, fault) in verdict.Examples)
        {
            session.Data.WriteLine(fault is null ? $"ok      {name}" : $"failed  {name}: {SafeText.Line(fault)}");
        }

        if (verdict.IsGood)
        {
            session.Talk.Say($"{session.Talk.Style.Green("ok")} {verdict.Id}, {Amounts.Of(verdict.Examples.Count, "example")}");
        }
    }
}
