using System.Globalization;

namespace Trawl.Plugins.Workers;

/// <summary>Decides how many workers a plugin may have now: processors, free memory, and what the pipeline says.</summary>
internal static class WorkerGovernor
{
    /// <summary>Workers together take at most this part of the memory that is free when one more is wanted.</summary>
    private const int MemoryShare = 2;

    public static bool MayGrow(PluginIdentity plugin, int workers)
    {
        if (workers == 0) return true;
        if (workers >= (plugin.Plan.Workers ?? Environment.ProcessorCount)) return false;
        return FreeMemory() / MemoryShare > plugin.Memory;
    }

    private static long FreeMemory()
    {
        try
        {
            var line = File.ReadLines("/proc/meminfo").FirstOrDefault(l => l.StartsWith("MemAvailable:", StringComparison.Ordinal));
            if (line is not null) return 1024 * long.Parse(line.AsSpan(13, line.Length - 15), NumberStyles.Integer, CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // No such file here: the runtime's own view has to do.
        }

        return GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
    }
}
