using System.Globalization;

namespace Trawl.Server.Health;

/// <summary>Whether the wall clock moves as time does: schedules and tokens depend on it.</summary>
public sealed class ClockCheck : IReadinessCheck
{
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _began;
    private readonly long _mark;

    /// <param name="clock">The clock that is checked.</param>
    public ClockCheck(TimeProvider clock)
    {
        _clock = clock;
        (_began, _mark) = (clock.GetUtcNow(), clock.GetTimestamp());
    }

    /// <inheritdoc/>
    public string Name => "clock";

    /// <inheritdoc/>
    public HealthReading Read()
    {
        var drift = _clock.GetUtcNow() - _began - _clock.GetElapsedTime(_mark);
        var reading = string.Create(CultureInfo.InvariantCulture, $"{drift.TotalSeconds:0.000} s against the monotonic clock since the start");
        var isReady = drift.Duration() <= s_most;
        return new HealthReading(
            Name, isReady, reading, isReady ? null : "The wall clock was set while the server ran: check time synchronisation, then restart it.");
    }
}
