using System.Globalization;
using Trawl.Api;
using Trawl.Api.Machine;

namespace Trawl.Server.Health;

/// <summary>Whether work may begin: what the governor of the home's engine allows.</summary>
/// <param name="client">The home.</param>
public sealed class WorkersCheck(ITrawlClient client) : IReadinessCheck
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public string Name => "workers";

    /// <inheritdoc/>
    public HealthReading Read()
    {
        var asked = client.ShowGovernorAsync(new ShowGovernorRequest(), CancellationToken.None);
        if (!asked.Wait(s_patience))
        {
            return new HealthReading(Name, false, "none", "The home's engine does not answer: see which process has it with \"trawl doctor\".");
        }

        if (!asked.Result.TryGet(out var report, out var error))
        {
            return new HealthReading(Name, false, "none", error.ToString());
        }

        var reading = string.Create(CultureInfo.InvariantCulture, $"{report.Runs} at work, {report.Jobs} requests in flight at most, step {report.Step}");
        return new HealthReading(Name, report.Why is not { IsPaused: true }, reading, report.Why is { IsPaused: true } why ? why.Message : null);
    }
}
