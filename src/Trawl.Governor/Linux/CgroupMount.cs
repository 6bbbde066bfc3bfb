namespace Trawl.Governor.Linux;

/// <summary>A mounted hierarchy of control groups (proc_pid_mountinfo(5)).</summary>
/// <param name="Root">The group that is mounted; <c>/</c> for all of them, with which paths are joined.</param>
/// <param name="Folder">Where.</param>
/// <param name="IsUnified">Whether it is version 2.</param>
/// <param name="Options">The controllers of a hierarchy of version 1, among other words.</param>
internal sealed record CgroupMount(string Root, string Folder, bool IsUnified, IReadOnlyList<string> Options)
{
    public bool Has(string controller) => !IsUnified && Options.Contains(controller);

    /// <summary>Null for another kind of mount.</summary>
    public static CgroupMount? Parse(string line)
    {
        var parts = line.Split(" - ", 2);
        if (parts.Length < 2 || parts[0].Split(' ') is not [_, _, _, var root, var folder, ..]
            || parts[1].Split(' ') is not [var type, _, var options, ..] || type is not ("cgroup" or "cgroup2"))
        {
            return null;
        }

        return new CgroupMount(root.TrimEnd('/'), folder, type == "cgroup2", options.Split(','));
    }
}
