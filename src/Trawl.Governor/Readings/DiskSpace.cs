namespace Trawl.Governor.Readings;

/// <summary>Room on the disk of a folder (statvfs).</summary>
internal static class DiskSpace
{
    /// <summary>Bytes of the disk, and those that this user may still write; nulls when it cannot be asked.</summary>
    public static (long? Size, long? Free) Of(string folder)
    {
        try
        {
            var drive = new DriveInfo(Existing(folder));
            return (drive.TotalSize, drive.AvailableFreeSpace);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, null);
        }
    }

    /// <summary>The folder, or the one in which it will be.</summary>
    private static string Existing(string folder)
    {
        var existing = Path.GetFullPath(folder);
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
        {
            existing = parent;
        }

        return existing;
    }
}
