using System.Globalization;
using Trawl.Storage.Durability;

namespace Trawl.Server.Health;

/// <summary>Whether the home can be written: a file of its own is written and brought to the disk.</summary>
/// <param name="home">The home.</param>
/// <param name="clock">Measures how long it takes.</param>
public sealed class StoreCheck(string home, TimeProvider clock) : IReadinessCheck
{
    /// <inheritdoc/>
    public string Name => "store";

    /// <inheritdoc/>
    public HealthReading Read()
    {
        var began = clock.GetTimestamp();
        var probe = Path.Combine(home, ".ready");
        using (var file = new FileStream(probe, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, 1))
        {
            file.WriteByte((byte)'1');
            DurableFile.Flush(file);
        }

        var took = clock.GetElapsedTime(began).TotalMilliseconds;
        return new HealthReading(Name, true, string.Create(CultureInfo.InvariantCulture, $"written in {took:0.0} ms"), null);
    }
}
