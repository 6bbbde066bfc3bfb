using System.Globalization;

namespace Trawl.EndToEnd.Tests.Governing;

/// <summary>A control group of the machine, with a limit; version 2 where it has the controller, else version 1.</summary>
internal sealed class ControlGroup : IDisposable
{
    private const string Mount = "/sys/fs/cgroup";
    private readonly string _folder;
    private readonly bool _isUnified;

    private ControlGroup(string folder, bool isUnified) => (_folder, _isUnified) = (folder, isUnified);

    /// <summary>Arguments under which a program runs in the group.</summary>
    public string[] Wrapper => ["sh", "-c", $"echo $$ > {_folder}/cgroup.procs && exec \"$@\"", "sh"];

    /// <summary>Why no group can be made here; null when one can.</summary>
    public static string? Obstacle(string controller)
    {
        try
        {
            using var tried = Make(controller);
            return tried is null ? $"No control group with \"{controller}\" can be made here." : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"No control group with \"{controller}\" can be made here: {error.Message}";
        }
    }

    public static ControlGroup WithMemory(long bytes)
    {
        var group = Make("memory")!;
        group.Write(group._isUnified ? "memory.max" : "memory.limit_in_bytes", bytes.ToString(CultureInfo.InvariantCulture));
        return group;
    }

    public static ControlGroup WithProcessors(double share)
    {
        var group = Make("cpu")!;
        var quota = ((int)(100_000 * share)).ToString(CultureInfo.InvariantCulture);
        if (group._isUnified)
        {
            group.Write("cpu.max", $"{quota} 100000");
        }
        else
        {
            group.Write("cpu.cfs_period_us", "100000");
            group.Write("cpu.cfs_quota_us", quota);
        }

        return group;
    }

    /// <summary>Bytes in use that the kernel cannot take back.</summary>
    public long MemoryInUse()
    {
        var used = long.Parse(File.ReadAllText(Path.Combine(_folder, _isUnified ? "memory.current" : "memory.usage_in_bytes")), CultureInfo.InvariantCulture);
        var file = _isUnified ? "" : "total_";
        return used - File.ReadLines(Path.Combine(_folder, "memory.stat"))
            .Where(line => line.StartsWith($"{file}inactive_file ", StringComparison.Ordinal) || line.StartsWith($"{file}active_file ", StringComparison.Ordinal))
            .Sum(line => long.Parse(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture));
    }

    /// <summary>Its processes are gone by then; the kernel may need a moment to see it.</summary>
    public void Dispose() => SpinWait.SpinUntil(TryRemove, TimeSpan.FromSeconds(10));

    private static ControlGroup? Make(string controller)
    {
        var controllers = Path.Combine(Mount, "cgroup.controllers");
        var isUnified = File.Exists(controllers) && File.ReadAllText(controllers).Contains(controller, StringComparison.Ordinal);
        var parent = isUnified ? Mount : Path.Combine(Mount, controller);
        if (!OperatingSystem.IsLinux() || !Directory.Exists(parent))
        {
            return null;
        }

        if (isUnified)
        {
            File.WriteAllText(Path.Combine(Mount, "cgroup.subtree_control"), "+" + controller);
        }

        var folder = Path.Combine(parent, $"trawl-test-{Environment.ProcessId}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        return new ControlGroup(folder, isUnified);
    }

    private bool TryRemove()
    {
        try
        {
            // A group is removed as an empty folder is, though it shows files.
            return RemoveFolder(_folder) == 0 || !Directory.Exists(_folder);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static int RemoveFolder(string folder)
    {
        using var remove = System.Diagnostics.Process.Start("rmdir", ["--ignore-fail-on-non-empty", folder]);
        remove.WaitForExit();
        return remove.ExitCode;
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
