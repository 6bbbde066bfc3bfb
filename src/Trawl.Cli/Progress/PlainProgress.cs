using Trawl.Api.Runs;
using Trawl.Cli.Terminal;
using Trawl.Model.Runs;

namespace Trawl.Cli.Progress;

/// <summary>One line every few seconds, for files and pipes.</summary>
internal sealed class PlainProgress(Talk talk) : IProgressView
{
    private const double Every = 5;
    private readonly ProgressMeter _meter = new();
    private double _next = Every;
    private int _tenth;

    public void Show(RunSnapshot snapshot)
    {
        if (snapshot.Preparation is { } preparation)
        {
            Show(preparation);
            return;
        }

        _meter.Add(snapshot);
        if (snapshot.ElapsedSeconds < _next || snapshot.State != RunState.Running)
        {
            return;
        }

        _next = snapshot.ElapsedSeconds + Every;
        talk.Say(Line(snapshot, _meter));
    }

    // Once for each tenth: small archives say nothing.
    private void Show(PreparationSnapshot preparation)
    {
        var tenth = preparation.Total == 0 ? 0 : (int)(10 * preparation.Done / preparation.Total);
        if (tenth > _tenth)
        {
            _tenth = tenth;
            talk.Say($"indexing archives: {tenth}0 %, {Amounts.Of(preparation.Records, "record")}, {Amounts.Bytes(preparation.Done)}");
        }
    }

    public static string Line(RunSnapshot snapshot, ProgressMeter meter)
    {
        var counts = snapshot.Requests;
        var left = meter.Left is { } seconds ? $", about {Amounts.Clock(seconds)} left" : "";
        return $"{Amounts.Clock(snapshot.ElapsedSeconds)} {RunWords.State(snapshot.State)}: {Amounts.Count(counts.Done)} done, "
            + $"{Amounts.Count(counts.Queued + counts.InFlight)} queued, {Amounts.Count(counts.Failed)} failed, "
            + $"{Amounts.Of(snapshot.Records, "record")}, {Amounts.Rate(meter.Rate)} pages/s, {Amounts.Bytes(snapshot.Bytes)}{left}";
    }

    public void Note(string text) => talk.Say(text);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
