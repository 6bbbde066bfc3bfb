namespace Trawl.Governor.Readings;

/// <summary>Where readings come from.</summary>
public interface IReadings
{
    /// <summary>Reads everything. Never throws; takes well below a millisecond.</summary>
    ResourceReading Read();
}
