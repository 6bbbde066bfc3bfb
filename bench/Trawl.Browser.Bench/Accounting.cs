using System.Diagnostics;
using System.Globalization;

namespace Trawl.Browser.Bench;

/// <summary>
/// Runs a command in a control group of its own, so that the processor time of every process counts, also of those that nobody
/// waited for. Needs root.
/// </summary>
internal static class Accounting
{
    private const string Second = "/sys/fs/cgroup/cgroup.controllers";

    public static Reading Run(string program, IReadOnlyList<string> arguments, string folder, TimeSpan bound)
    {
        var group = Directory.CreateDirectory(Path.Combine(Root(), $"trawl-bench-{Environment.ProcessId}")).FullName;
        try
        {
            // The shell joins the group before it becomes the program, so nothing of it runs outside.
            var start = new ProcessStartInfo("sh", ["-c", "echo $$ > \"$0/cgroup.procs\" && exec \"$@\"", group, program, .. arguments])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
            };
            var before = Cpu(group);
            var clock = Stopwatch.StartNew();
            using var process = Process.Start(start)!;
            process.OutputDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            if (!process.WaitForExit(bound)) process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return new Reading(process.ExitCode, clock.Elapsed, Cpu(group) - before);
        }
        finally
        {
            Leave(group);
        }
    }

    private static string Root() => File.Exists(Second) ? "/sys/fs/cgroup" : "/sys/fs/cgroup/cpuacct";

    private static TimeSpan Cpu(string group)
    {
        if (!File.Exists(Second)) return TimeSpan.FromMicroseconds(Number(File.ReadAllText(Path.Combine(group, "cpuacct.usage"))) / 1000);
        return TimeSpan.FromMicroseconds(Number(File.ReadLines(Path.Combine(group, "cpu.stat")).First().Split(' ')[1]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>What is still in the group was left behind, and is ended.</summary>
    private static void Leave(string group)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var left = File.ReadAllLines(Path.Combine(group, "cgroup.procs"));
            if (left.Length == 0) break;
            foreach (var id in left) using (var kill = Process.Start("kill", ["-9", id])) kill.WaitForExit();
        }

        try
        {
            Directory.Delete(group);
        }
        catch (IOException)
        {
            // Its last process is not gone yet; an empty group costs nothing.
        }
    }
}
