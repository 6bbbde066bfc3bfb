using Spectre.Console;
using Trawl.Cli.Progress;
using Trawl.Cli.Terminal;
using Trawl.Ipc.Diagnostics;

namespace Trawl.Cli.Summaries;

/// <summary>The table drawn over and over on a terminal until Ctrl-C.</summary>
internal sealed class IpcTopScreen(CliSession session)
{
    public async Task RunAsync(TimeSpan every, Func<CancellationToken, Task<IReadOnlyList<IpcProcessStats>>> read)
    {
        using var end = new CancellationTokenSource();
        using var signals = new StopSignals(session.Clock, _ => end.Cancel());
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Out), Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.No,
        });
        await console.Live(new Text("")).StartAsync(async context =>
        {
            var before = await read(CancellationToken.None);
            var at = session.Clock.GetTimestamp();
            context.UpdateTarget(new PanelLines(Lines(before, [], 0)));
            while (true)
            {
                await Task.Delay(every, session.Clock, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (end.IsCancellationRequested)
                {
                    return;
                }

                var now = await read(CancellationToken.None);
                var seconds = session.Clock.GetElapsedTime(at).TotalSeconds;
                context.UpdateTarget(new PanelLines(Lines(now, before, seconds)));
                (before, at) = (now, session.Clock.GetTimestamp());
            }
        });
    }

    private static IReadOnlyList<string> Fit(IEnumerable<string> lines)
    {
        // The display can only draw over what is still on the screen.
        var all = lines.ToArray();
        var most = Math.Max(4, TerminalSize.Height - 2);
        return all.Length <= most
            ? all
            : [.. all.Take(most - 1), $"… and {Amounts.Count(all.Length - most + 1)} more: make the window taller, or use --once"];
    }

    private IReadOnlyList<string> Lines(IReadOnlyList<IpcProcessStats> now, IReadOnlyList<IpcProcessStats> before, double seconds)
    {
        if (now.Count == 0)
        {
            return [IpcTopView.Nobody];
        }

        var style = session.Data.Style;
        return seconds == 0
            ? Fit([style.Dim("totals; rates follow"), .. IpcTopView.Totals(now, TerminalSize.Width).Lines(TerminalSize.Width, style)])
            : Fit(
            [
                style.Dim(IpcTopView.Summary(now, before, seconds)),
                .. IpcTopView.Rates(now, before, seconds, TerminalSize.Width).Lines(TerminalSize.Width, style),
            ]);
    }
}
