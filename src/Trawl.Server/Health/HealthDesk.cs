namespace Trawl.Server.Health;

/// <summary>Asks all checks; a check that throws is a part that is not ready.</summary>
internal sealed class HealthDesk(IReadOnlyList<IReadinessCheck> checks)
{
    public HealthReport Read()
    {
        var readings = checks.Select(Read).ToArray();
        return new HealthReport(readings.All(r => r.IsReady) ? "ready" : "not-ready", readings);
    }

    private static HealthReading Read(IReadinessCheck check)
    {
        try
        {
            return check.Read();
        }
        catch (Exception error)
        {
            return new HealthReading(check.Name, false, "none", error.Message);
        }
    }
}
