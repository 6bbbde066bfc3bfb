using Trawl.Engine.Hosts;

namespace Trawl.Engine.Running;

/// <summary>
/// Requests on their way, and which of them are stuck. A host that says nothing holds a connection until its time is over; its
/// slot is given on before that, or a few dead hosts would keep all others waiting: after two seconds, and after half a second
/// where the host has not answered yet or failed last. A stuck request costs a socket, so there is a limit.
/// </summary>
internal sealed class Flights
{
    /// <summary>Stuck requests at most that others are not made to wait for.</summary>
    public const int StuckMost = 256;

    private readonly Patience _sure = new(TimeSpan.FromSeconds(2));
    private readonly Patience _doubtful = new(TimeSpan.FromMilliseconds(500));

    public Flight Begin(HostQueue host, DateTimeOffset now)
    {
        var flight = new Flight(host, now);
        (host.IsDoubtful ? _doubtful : _sure).Flights.Enqueue(flight);
        return flight;
    }

    /// <summary>It is over; a slot that it had given back is no longer counted.</summary>
    public void End(Flight flight)
    {
        flight.IsOver = true;
        Stuck -= flight.IsStuck ? 1 : 0;
    }

    /// <summary>Slots that stuck requests have given back.</summary>
    public int GivenBack(DateTimeOffset now)
    {
        Stuck += _sure.TakeStuck(now) + _doubtful.TakeStuck(now);
        return Math.Min(Stuck, StuckMost);
    }

    /// <summary>When the next slot may be given back; null when none will.</summary>
    public DateTimeOffset? NextGivenBackAt =>
        Stuck >= StuckMost ? null : _sure.NextAt is { } sure && !(_doubtful.NextAt < sure) ? sure : _doubtful.NextAt;

    private int Stuck { get; set; }

    private sealed class Patience(TimeSpan length)
    {
        public Queue<Flight> Flights { get; } = new();

        public DateTimeOffset? NextAt => Flights.TryPeek(out var oldest) ? oldest.Began + length : null;

        public int TakeStuck(DateTimeOffset now)
        {
            var stuck = 0;
            while (Flights.TryPeek(out var oldest) && (oldest.IsOver || oldest.Began + length <= now))
            {
                Flights.Dequeue();
                oldest.IsStuck = !oldest.IsOver;
                stuck += oldest.IsStuck ? 1 : 0;
            }

            return stuck;
        }
    }
}
