using System.CommandLine;
using Trawl.Cli.Summaries;
using Trawl.Ipc;
using Trawl.Ipc.Diagnostics;

namespace Trawl.Cli.Commands;

/// <summary>Live connections of all processes that let themselves be looked at.</summary>
internal sealed class IpcTopCommand : TrawlCommand
{
    private readonly Option<bool> _once = new("--once") { Description = "Print one table with totals and end." };
    private readonly Option<double> _every = new("--every")
    {
        Description = "Seconds between two looks, from 0.2. Default: 1.", HelpName = "seconds", DefaultValueFactory = _ => 1,
    };

    public IpcTopCommand()
        : base(
            "top",
            "Show the connections of running processes: engines and their plugin workers, and whatever else serves its numbers.",
            "trawl ipc top", "trawl ipc top --json")
    {
        Add(_once);
        Add(_every);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (!session.IsJson && !parsed.GetValue(_once) && session.Data.IsTerminal)
        {
            await new IpcTopScreen(session).RunAsync(TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(_every), 0.2, 3600)), ReadAsync);
            return ExitCode.Ok;
        }

        var processes = await ReadAsync(CancellationToken.None);
        if (session.IsJson)
        {
            session.Data.WriteJson(new IpcTopDocument(processes), CliJson.Readable.IpcTopDocument);
        }
        else if (processes.Count == 0)
        {
            session.Talk.Say(IpcTopView.Nobody);
        }
        else
        {
            session.Data.Write(IpcTopView.Totals(processes, session.Data.Width));
        }

        return ExitCode.Ok;
    }

    /// <summary>Who ends between being found and being asked is left out.</summary>
    private static async Task<IReadOnlyList<IpcProcessStats>> ReadAsync(CancellationToken cancellation)
    {
        var asked = await Task.WhenAll(IpcStats.Find().Select(endpoint => IpcStats.ReadAsync(endpoint, cancellation)));
        return [.. asked.Select(result => result.TryGet(out var stats, out _) ? stats : null).OfType<IpcProcessStats>().OrderBy(stats => stats.Process)];
    }
}
