using Trawl.Cli.Terminal;
using Trawl.Model.Drift;

namespace Trawl.Cli.Summaries;

/// <summary>What got worse, in a run's summary.</summary>
internal sealed class DriftLines(Talk talk)
{
    private const int Shown = 10;

    public void Write(DriftVerdict drift)
    {
        if (drift.State == DriftState.None)
        {
            talk.Say();
            talk.Say($"No drift: compared with {Runs(drift)}, nothing got worse.");
        }

        if (drift.State == DriftState.Drifted)
        {
            WriteFindings(drift);
        }
    }

    private void WriteFindings(DriftVerdict drift)
    {
        talk.Say();
        talk.Say($"{talk.Style.Bold(talk.Style.Yellow("Drift"))}: compared with {Runs(drift)},");
        foreach (var finding in drift.Findings.Take(Shown))
        {
            talk.Say($"  {SafeText.Line(finding.Message)}");
        }

        if (drift.Findings.Count > Shown)
        {
            talk.Say($"  and {Amounts.Of(drift.Findings.Count - Shown, "more finding")}; --json has them all.");
        }
    }

    private static string Runs(DriftVerdict drift) => Amounts.Of(drift.ComparedWith.Count, "earlier run");
}
