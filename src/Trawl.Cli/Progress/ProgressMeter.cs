using Trawl.Api.Runs;

namespace Trawl.Cli.Progress;

/// <summary>Speed and time left, from the last seconds.</summary>
internal sealed class ProgressMeter
{
    private const double Window = 15;
    private readonly Queue<(double At, long Settled, long Total)> _points = new();

    /// <summary>Pages a second over the last seconds; 0 before it is known.</summary>
    public double Rate { get; private set; }

    /// <summary>Seconds left; null while the frontier still grows or nothing is known yet.</summary>
    public double? Left { get; private set; }

    public void Add(RunSnapshot snapshot)
    {
        var counts = snapshot.Requests;
        var total = counts.Settled + counts.Queued + counts.InFlight;
        _points.Enqueue((snapshot.ElapsedSeconds, counts.Settled, total));
        while (_points.Peek().At < snapshot.ElapsedSeconds - Window)
        {
            _points.Dequeue();
        }

        var first = _points.Peek();
        var seconds = snapshot.ElapsedSeconds - first.At;
        if (seconds < 1)
        {
            return;
        }

        Rate = (counts.Settled - first.Settled) / seconds;
        var growth = (total - first.Total) / seconds;
        var waiting = counts.Queued + counts.InFlight;
        Left = Rate > 0 && seconds >= 3 && growth < 0.1 * Rate ? waiting / Rate : null;
    }
}
