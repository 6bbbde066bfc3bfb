using Trawl.Governor.Readings;
using Trawl.Model.Errors;

namespace Trawl.Governor.Rules;

/// <summary>A way off this machine. Without one every request would be tried in vain, and fail for good in the end.</summary>
internal sealed class NetworkRule : IRule
{
    public string Name => "network";

    public string Code => ErrorCode.GovernorNetwork;

    public Verdict Judge(ResourceReading reading, GovernorLimits limits)
    {
        if (reading.HasNetwork is not { } has)
        {
            return Verdict.Unknown;
        }

        var step = has ? PressureStep.None : PressureStep.Paused;
        return new Verdict(
            step, step, has ? "a route leads out" : "no route leads out", "a route",
            "This machine has no network: no route leads off it any more. The run goes on by itself when there is one.");
    }
}
