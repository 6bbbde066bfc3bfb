namespace Trawl.Server.Health;

/// <summary>Says whether one part could do its work now.</summary>
public interface IReadinessCheck
{
    /// <summary>The part: <c>disk</c>, <c>store</c>, <c>clock</c> …</summary>
    string Name { get; }

    /// <summary>Looks. Takes no more than a second; an exception counts as not ready.</summary>
    HealthReading Read();
}
