using Trawl.Governor.Readings;
using Trawl.Model.Errors;

namespace Trawl.Governor.Rules;

/// <summary>Room on the home's disk. Nothing but writing less helps, so there is one step; it leaves room for what is under way.</summary>
internal sealed class DiskRule : IRule
{
    public string Name => "disk";

    public string Code => ErrorCode.GovernorDisk;

    public Verdict Judge(ResourceReading reading, GovernorLimits limits)
    {
        if (reading is not { DiskFree: { } free, DiskSize: { } size } || limits.DiskFree == 0)
        {
            return Verdict.Unknown;
        }

        var least = Least(size, limits);
        return new Verdict(
            free < least ? PressureStep.Paused : PressureStep.None,
            free < least + (least / 2) ? PressureStep.Paused : PressureStep.None,
            $"{Amounts.Bytes(free)} free", Amounts.Bytes(least),
            $"The home's disk is nearly full: {Amounts.Bytes(free)} are free, {Amounts.Bytes(least)} are kept so (minFreeDisk). "
            + "Make room: the run goes on by itself.");
    }

    /// <summary>Bytes to be kept free on a disk of that size.</summary>
    public static long Least(long size, GovernorLimits limits) => Math.Min(limits.DiskFree, size / 10);
}
