namespace Trawl.Governor.Linux;

/// <summary>
/// Memory that may be used and memory that is. Of a group's use, file pages and what the kernel can give back are
/// not counted: they go when somebody needs the room.
/// </summary>
internal sealed class MemoryReader(SystemFiles files)
{
    /// <summary>The tighter of container and machine: the one with the larger share in use; null when nothing can be read.</summary>
    public MemoryAmount? Read(ControlGroups groups)
    {
        var amounts = groups.Unified.Select(Unified).Concat(groups.Memory.Select(First)).Append(Machine()).OfType<MemoryAmount>().ToList();
        return amounts.Count == 0 ? null : amounts.MaxBy(amount => amount.Share);
    }

    private MemoryAmount? Machine() =>
        files.Field("/proc/meminfo", "MemTotal") is { } total && files.Field("/proc/meminfo", "MemAvailable") is { } available
            ? new MemoryAmount(total << 10, (total - available) << 10, "machine")
            : null;

    private MemoryAmount? Unified(string folder) => Of(
        folder, Least(files.Number($"{folder}/memory.max"), files.Number($"{folder}/memory.high")), files.Number($"{folder}/memory.current"),
        "inactive_file", "active_file", "slab_reclaimable");

    private MemoryAmount? First(string folder) => Of(
        folder, files.Number($"{folder}/memory.limit_in_bytes"), files.Number($"{folder}/memory.usage_in_bytes"),
        "total_inactive_file", "total_active_file");

    private MemoryAmount? Of(string folder, long? limit, long? used, params string[] givenBack)
    {
        // No limit is a number close to the largest one in version 1.
        if (limit is not { } most || most >= long.MaxValue / 2 || used is not { } all)
        {
            return null;
        }

        var free = givenBack.Sum(name => files.Field($"{folder}/memory.stat", name) ?? 0);
        return new MemoryAmount(most, Math.Max(0, all - free), "container");
    }

    private static long? Least(long? one, long? other) => one is null || other < one ? other : one;
}
