namespace Trawl.Governor.Linux;

/// <summary>
/// Where the control groups of this process stand: for each kind of resource the folders from its own group to the
/// outermost one. A limit holds for all groups below it, so the tightest of the chain counts.
/// </summary>
/// <param name="Unified">Folders of version 2; empty where it is not mounted.</param>
/// <param name="Memory">Folders of version 1's memory controller; empty where version 2 has it.</param>
/// <param name="Cpu">The same for processors.</param>
internal sealed record ControlGroups(IReadOnlyList<string> Unified, IReadOnlyList<string> Memory, IReadOnlyList<string> Cpu)
{
    public static ControlGroups Of(SystemFiles files)
    {
        var mounts = files.Lines("/proc/self/mountinfo").Select(CgroupMount.Parse).OfType<CgroupMount>().ToArray();
        IReadOnlyList<string> unified = [], memory = [], cpu = [];
        foreach (var line in files.Lines("/proc/self/cgroup"))
        {
            // hierarchy:controllers:path; version 2 is hierarchy 0 without controllers.
            if (line.Split(':', 3) is not [_, var controllers, var path])
            {
                continue;
            }

            var names = controllers.Split(',');
            unified = controllers.Length == 0 ? Chain(mounts.FirstOrDefault(m => m.IsUnified), path) : unified;
            memory = names.Contains("memory") ? Chain(mounts.FirstOrDefault(m => m.Has("memory")), path) : memory;
            cpu = names.Contains("cpu") ? Chain(mounts.FirstOrDefault(m => m.Has("cpu")), path) : cpu;
        }

        return new ControlGroups(unified, memory, cpu);
    }

    /// <summary>The group's folder and those above it, as far as they can be seen from here.</summary>
    private static List<string> Chain(CgroupMount? mount, string path)
    {
        var folders = new List<string>();
        if (mount is null)
        {
            return folders;
        }

        // A container sees a part of the tree: the mount's root is cut off the path, and what lies outside is not there.
        var below = path.StartsWith(mount.Root, StringComparison.Ordinal) ? path[mount.Root.Length..].Trim('/') : "";
        for (; below.Length > 0; below = below.LastIndexOf('/') is var cut and > 0 ? below[..cut] : "")
        {
            folders.Add($"{mount.Folder}/{below}");
        }

        folders.Add(mount.Folder);
        return folders;
    }
}
