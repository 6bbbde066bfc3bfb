using Spectre.Console;
using Trawl.Api.Runs;
using Trawl.Cli.Terminal;
using Style = Trawl.Cli.Terminal.Style;

namespace Trawl.Cli.Progress;

/// <summary>The panel that is drawn over and over on a terminal, four times a second.</summary>
internal sealed class LivePanel : IProgressView
{
    private static readonly TimeSpan s_every = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _end = new();
    private readonly ProgressMeter _meter = new();
    private readonly TimeProvider _clock;
    private readonly Style _style;
    private readonly IAnsiConsole _console;
    private readonly Task _drawing;
    private (RunSnapshot Snapshot, long At)? _latest;
    private volatile string? _note;

    public LivePanel(Talk talk, TimeProvider clock)
    {
        _clock = clock;
        _style = talk.Style;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.No,
        });
        _drawing = Task.Run(DrawAsync);
    }

    public void Show(RunSnapshot snapshot)
    {
        lock (_meter)
        {
            _meter.Add(snapshot);
            _latest = (snapshot, _clock.GetTimestamp());
        }
    }

    public void Note(string text) => _note = text;

    /// <summary>Takes the panel off the screen; what is said next stands in its place.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _drawing;
        _end.Dispose();
    }

    private Task DrawAsync() => _console.Live(new Text("")).AutoClear(true).StartAsync(async context =>
    {
        while (!_end.IsCancellationRequested)
        {
            if (Lines() is { } lines)
            {
                context.UpdateTarget(new PanelLines(lines));
            }

            await Task.Delay(s_every, _clock, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    });

    private IReadOnlyList<string>? Lines()
    {
        lock (_meter)
        {
            return _latest is { } latest
                ? PanelText.Lines(
                    latest.Snapshot, _meter, _clock.GetElapsedTime(latest.At).TotalSeconds, _note, TerminalSize.Width, _style)
                : null;
        }
    }
}
