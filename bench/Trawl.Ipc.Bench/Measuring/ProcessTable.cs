using System.Globalization;

namespace Trawl.Ipc.Bench.Measuring;

/// <summary>CPU time of processes and of the whole machine, as the system counts it.</summary>
internal static class ProcessTable
{
    private const int Parent = 1, User = 11, WaitedChildrenSystem = 14;

    /// <summary>Clock ticks that any process has used on any core since the machine started.</summary>
    internal static long MachineTicks()
    {
        // user nice system idle iowait irq softirq steal ...
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..]
            .Select(f => long.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        return fields[0] + fields[1] + fields[2] + fields[5] + fields[6];
    }

    /// <summary>Clock ticks that a process and all that came from it have used.</summary>
    internal static long TreeTicks(int root)
    {
        var processes = Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), out var id) ? Read(id) : null)
            .OfType<(int Id, int Parent, long Ticks)>().ToDictionary(p => p.Id);
        return processes.Values.Where(p => Descends(p.Id)).Sum(p => p.Ticks);

        bool Descends(int id) => id == root || (processes.TryGetValue(id, out var process) && Descends(process.Parent));
    }

    private static (int Id, int Parent, long Ticks)? Read(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = fields[User..(WaitedChildrenSystem + 1)].Sum(f => long.Parse(f, CultureInfo.InvariantCulture));
            return (id, int.Parse(fields[Parent], CultureInfo.InvariantCulture), ticks);
        }
        catch (IOException)
        {
            return null; // It ended meanwhile.
        }
    }
}
