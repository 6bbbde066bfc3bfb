using System.Globalization;

namespace Trawl.Server.Health;

/// <summary>Whether something that should be at work again and again still is, such as the scheduler.</summary>
/// <param name="name">The part.</param>
/// <param name="most">How long it may be silent.</param>
/// <param name="clock">The clock.</param>
public sealed class HeartbeatCheck(string name, TimeSpan most, TimeProvider clock) : IReadinessCheck
{
    private readonly Lock _turn = new();
    private long _last = clock.GetTimestamp();
    private string? _problem;

    /// <inheritdoc/>
    public string Name => name;

    /// <summary>It was at work.</summary>
    /// <param name="problem">Why it could not do its work; null when it could.</param>
    public void Beat(string? problem)
    {
        lock (_turn)
        {
            (_last, _problem) = (clock.GetTimestamp(), problem);
        }
    }

    /// <inheritdoc/>
    public HealthReading Read()
    {
        lock (_turn)
        {
            var silent = clock.GetElapsedTime(_last);
            var reading = string.Create(CultureInfo.InvariantCulture, $"last at work {silent.TotalSeconds:0.0} s ago");
            var reason = _problem ?? (silent > most ? "It does not answer: restart the server, and report it with the log." : null);
            return new HealthReading(Name, reason is null, reading, reason);
        }
    }
}
