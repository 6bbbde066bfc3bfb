using Trawl.Governor.Readings;
using Trawl.Model.Errors;

namespace Trawl.Governor.Rules;

/// <summary>Open files and sockets of this process.</summary>
internal sealed class FilesRule : IRule
{
    private static readonly PressureStep[] s_steps = [PressureStep.None, PressureStep.Slow, PressureStep.NoAdmission, PressureStep.Paused];

    public string Name => "files";

    public string Code => ErrorCode.GovernorFiles;

    public Verdict Judge(ResourceReading reading, GovernorLimits limits)
    {
        if (reading is not { FilesLimit: > 0 and var limit, FilesOpen: { } open })
        {
            return Verdict.Unknown;
        }

        var share = (double)open / limit;
        var stay = limits.Files.Count(l => share >= l - limits.FilesDistance);
        return new Verdict(
            s_steps[limits.Files.Count(l => share >= l)], s_steps[stay],
            FormattableString.Invariant($"{open} open files"),
            FormattableString.Invariant($"{Amounts.Percent(limits.Files[Math.Clamp(stay - 1, 0, 2)])} of {limit}"),
            FormattableString.Invariant($"{open} of {limit} files and sockets are open. ")
            + "Raise the limit (ulimit -n, LimitNOFILE), or lower fetch.concurrency.");
    }
}
