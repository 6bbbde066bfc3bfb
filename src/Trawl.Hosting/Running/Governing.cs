using Trawl.Governor;
using Trawl.Governor.Linux;
using Trawl.Governor.Readings;
using Trawl.Governor.Rules;
using Trawl.Hosting.Home;

namespace Trawl.Hosting.Running;

/// <summary>Makes the governor of a home.</summary>
internal static class Governing
{
    public static ResourceGovernor Of(TrawlHostOptions options, HomeFolder home) => new(
        options.Readings ?? Readings(home.Root), options.Clock,
        new GovernorLimits { DiskFree = (long)options.Settings!.Settings.MinFreeDisk << 20 });

    private static IReadings Readings(string home) => OperatingSystem.IsLinux() ? new LinuxReadings(home) : new PortableReadings(home);
}
