namespace Trawl.Simulation.World;

/// <summary>A request as a server saw it.</summary>
internal sealed record Arrival(string Url, string Host, DateTimeOffset At)
{
    /// <summary>0 until it is answered, and when the connection broke.</summary>
    public int Status { get; set; }

    public int? RetryAfter { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }
}
