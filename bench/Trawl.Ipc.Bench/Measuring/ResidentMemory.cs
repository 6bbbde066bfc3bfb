using System.Globalization;

namespace Trawl.Ipc.Bench.Measuring;

/// <summary>What a process holds, in KiB: all pages it has in memory, its share of them, and those that are nobody else's and no file's.</summary>
internal readonly record struct ResidentMemory(double Resident, double Proportional, double Private)
{
    internal static ResidentMemory Of(int process)
    {
        double Read(string name) => File.ReadLines($"/proc/{process}/smaps_rollup")
            .Where(line => line.StartsWith(name, StringComparison.Ordinal))
            .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)).First();
        return new(Read("Rss:"), Read("Pss:"), Read("Anonymous:"));
    }
}
