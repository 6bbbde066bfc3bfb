using Trawl.Governor.Readings;
using Trawl.Model.Errors;

namespace Trawl.Governor.Rules;

/// <summary>Processors that are waited for: more requests in flight would only wait longer, so there is one step.</summary>
internal sealed class CpuRule : IRule
{
    public string Name => "cpu";

    public string Code => ErrorCode.GovernorCpu;

    public Verdict Judge(ResourceReading reading, GovernorLimits limits)
    {
        if (reading.CpuWaits is not { } waits)
        {
            return Verdict.Unknown;
        }

        return new Verdict(
            waits >= limits.CpuWaits ? PressureStep.Slow : PressureStep.None,
            waits >= limits.CpuCalm ? PressureStep.Slow : PressureStep.None,
            $"{Amounts.Percent(waits)} of the time waited for", Amounts.Percent(limits.CpuWaits),
            FormattableString.Invariant($"Work waits for processors {Amounts.Percent(waits)} of the time; there are {reading.Processors:0.##}. ")
            + "Fewer requests are in flight until it does not.");
    }
}
