using System.CommandLine;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands;

internal sealed class DoctorCommand : TrawlCommand
{
    private readonly Option<bool> _deep = new("--deep")
    {
        Description = "Also read every run's database whole; takes time on large runs.",
    };

    public DoctorCommand()
        : base("doctor", "Check this machine and the home, with a reading and a verdict for each.", "trawl doctor", "trawl doctor --json")
    {
        Add(_deep);
    }

    protected override Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var checks = new DoctorChecks(session, parsed.GetValue(_deep)).Run();
        var worst = checks.Max(c => c.Verdict);
        if (session.IsJson)
        {
            session.Data.WriteJson(new DoctorDocument(worst, checks), CliJson.Readable.DoctorDocument);
        }
        else
        {
            Show(session.Data, checks);
        }

        return Task.FromResult(worst == CheckVerdict.Bad ? ExitCode.NotNow : ExitCode.Ok);
    }

    private static void Show(DataOut data, IReadOnlyList<DoctorCheck> checks)
    {
        foreach (var check in checks)
        {
            var verdict = check.Verdict switch
            {
                CheckVerdict.Ok => data.Style.Green("ok  "),
                CheckVerdict.Warning => data.Style.Yellow("look"),
                _ => data.Style.Red("bad "),
            };
            data.WriteLine($"{verdict}  {check.Name,-15}  {SafeText.Line(check.Reading)}");
            if (check.Fix is { } fix)
            {
                data.WriteLine($"{new string(' ', 23)}{SafeText.Line(fix)}");
            }
        }
    }
}
