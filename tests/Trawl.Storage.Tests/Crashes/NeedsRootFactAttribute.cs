namespace Trawl.Storage.Tests.Crashes;

/// <summary>A test that mounts a file system; skipped, with the reason, where that is not possible.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsRootFactAttribute : FactAttribute
{
    public NeedsRootFactAttribute()
    {
        using var disk = SmallDisk.Mount(1);
        if (disk is null)
        {
            Skip = "A small tmpfs cannot be mounted here: it needs root on Linux.";
        }
    }
}
