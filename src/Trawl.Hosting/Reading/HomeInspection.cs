using System.Globalization;
using Trawl.Hosting.Home;
using Trawl.Storage.Durability;
using Trawl.Storage.Reading;
using Trawl.Storage.Sqlite;

namespace Trawl.Hosting.Reading;

/// <summary>Readings of a home and its machine for <c>trawl doctor</c>.</summary>
internal static class HomeInspection
{
    /// <exception cref="DllNotFoundException">There is no SQLite.</exception>
    public static string SqliteInUse() => SqliteEngine.Describe().ToString();

    /// <exception cref="IOException">The home cannot be written.</exception>
    public static void TryWrite(string home)
    {
        Directory.CreateDirectory(home);
        File.Delete(Probe(home));
        File.WriteAllText(Probe(home), "probe");
        File.Delete(Probe(home));
    }

    /// <summary>How long the disk takes to keep a page.</summary>
    /// <exception cref="IOException">It does not keep it.</exception>
    public static TimeSpan TimeFlush(string home, TimeProvider clock)
    {
        var began = clock.GetTimestamp();
        using (var file = new FileStream(Probe(home), FileMode.Create, FileAccess.Write))
        {
            file.Write(new byte[4096]);
            DurableFile.Flush(file);
        }

        DurableFolder.Flush(home);
        var took = clock.GetElapsedTime(began);
        File.Delete(Probe(home));
        return took;
    }

    /// <summary>Who holds the home's lock; null when nobody does.</summary>
    public static LockHolder? Owner(string home)
    {
        var folder = new HomeFolder(home);
        if (!File.Exists(folder.LockFile))
        {
            return null;
        }

        using var taken = HomeLock.TryTake(folder);
        return taken is null ? HomeLock.ReadHolder(folder) : null;
    }

    /// <summary>The newest time of a run's files: the clock should not be before it.</summary>
    public static DateTimeOffset NewestWrite(string home)
    {
        var runs = new HomeFolder(home).Runs;
        return Directory.Exists(runs)
            ? Directory.EnumerateDirectories(runs).Select(d => new DateTimeOffset(Directory.GetLastWriteTimeUtc(d), TimeSpan.Zero))
                .DefaultIfEmpty(DateTimeOffset.MinValue.AddDays(1)).Max()
            : DateTimeOffset.MinValue.AddDays(1);
    }

    /// <summary>The soft limit of open files; null where there is none or it is not known.</summary>
    public static long? OpenFilesLimit()
    {
        const string name = "Max open files";
        if (!File.Exists("/proc/self/limits"))
        {
            return null;
        }

        var line = File.ReadLines("/proc/self/limits").FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
        var soft = line?[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return long.TryParse(soft, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }

    /// <summary>The runs of a home and what is wrong with each; deep also reads every database whole.</summary>
    public static IReadOnlyList<InspectedRun> Runs(string home, bool deep) =>
        [.. RunFolders.List(new HomeFolder(home).Runs).Select(f => new InspectedRun(f.Folder, f.Problem ?? (deep ? Verify(f.Folder) : null)))];

    private static string? Verify(string folder)
    {
        try
        {
            var problems = RunVerifier.Verify(folder);
            return problems.Count == 0 ? null : string.Join("; ", problems);
        }
        catch (Engine.Seams.Store.RunStoreException error)
        {
            return error.Message;
        }
    }

    private static string Probe(string home) => Path.Combine(home, $".probe-{Environment.ProcessId}");
}
