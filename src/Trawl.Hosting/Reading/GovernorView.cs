using Trawl.Api.Machine;
using Trawl.Api.Runs;
using Trawl.Governor;
using Trawl.Governor.Readings;
using Trawl.Governor.Rules;

namespace Trawl.Hosting.Reading;

/// <summary>The governor's picture as doors see it.</summary>
internal static class GovernorView
{
    public static GovernorReport Of(GovernorPicture picture) => new()
    {
        Step = PressureStepNames.Of(picture.Step),
        Rule = picture.Rule,
        Why = picture.Why is { } why ? new HeldBackSnapshot(why.Code, why.Message, why.IsPaused) : null,
        Jobs = picture.Jobs,
        Runs = picture.Runs,
        Reading = Of(picture.Reading),
    };

    private static GovernorReading Of(ResourceReading reading) => new()
    {
        Processors = reading.Processors,
        CpuWaits = reading.CpuWaits,
        MemoryLimit = reading.MemoryLimit,
        MemoryUsed = reading.MemoryUsed,
        MemoryOf = reading.MemoryOf,
        FilesLimit = reading.FilesLimit,
        FilesOpen = reading.FilesOpen,
        DiskSize = reading.DiskSize,
        DiskFree = reading.DiskFree,
        HasNetwork = reading.HasNetwork,
    };
}
