using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Trawl.Ipc.Bench.Measuring;

/// <summary>Where figures come from; the first line of every file of results.</summary>
internal static class Machine
{
    internal static JsonObject Describe() => new()
    {
        ["processor"] = Line("/proc/cpuinfo", "model name")?.Split(':')[1].Trim() ?? "?",
        ["cores"] = Environment.ProcessorCount,
        ["system"] = RuntimeInformation.OSDescription,
        ["runtime"] = RuntimeInformation.FrameworkDescription,
        ["memoryMiB"] = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20,
        ["autogroup"] = Autogroup(),
        ["at"] = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
    };

    // With autogroup on, nice(1) does nothing between sessions: each session gets the same share of the processors.
    private static string Autogroup() =>
        Line("/proc/sys/kernel/sched_autogroup_enabled", "") == "1" && File.Exists("/proc/self/autogroup")
            ? Line("/proc/self/autogroup", "")!
            : "off";

    private static string? Line(string file, string start) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) : null;
}
