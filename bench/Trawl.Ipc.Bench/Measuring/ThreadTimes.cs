using System.Globalization;

namespace Trawl.Ipc.Bench.Measuring;

/// <summary>CPU time of a process's threads in nanoseconds, as the scheduler counts it: fine enough for a process that idles.</summary>
internal sealed class ThreadTimes
{
    private readonly Dictionary<string, double> _threads;

    private ThreadTimes(Dictionary<string, double> threads) => _threads = threads;

    internal static ThreadTimes Of(int process)
    {
        var threads = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var thread in Directory.EnumerateDirectories($"/proc/{process}/task"))
            if (Read(Path.Combine(thread, "schedstat")) is { } nanoseconds) threads[thread] = nanoseconds;
        return new(threads);
    }

    /// <summary>What was used since then by the threads that live now: one that has ended takes its account with it.</summary>
    internal double Since(ThreadTimes earlier) => _threads.Sum(thread => thread.Value - earlier._threads.GetValueOrDefault(thread.Key));

    private static double? Read(string file)
    {
        try
        {
            return double.Parse(File.ReadAllText(file).Split(' ')[0], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null; // It ended meanwhile.
        }
    }
}
