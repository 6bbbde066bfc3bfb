using System.Globalization;

namespace Trawl.Server.Health;

/// <summary>Whether there is room for what runs write.</summary>
/// <param name="home">The home.</param>
public sealed class DiskCheck(string home) : IReadinessCheck
{
    private const long Least = 256L << 20;

    /// <inheritdoc/>
    public string Name => "disk";

    /// <inheritdoc/>
    public HealthReading Read()
    {
        var free = new DriveInfo(home).AvailableFreeSpace;
        var reading = string.Create(CultureInfo.InvariantCulture, $"{free >> 20} MiB free");
        return new HealthReading(
            Name, free >= Least, reading,
            free >= Least ? null : $"Runs need at least {Least >> 20} MiB: free space on the disk of \"{home}\".");
    }
}
