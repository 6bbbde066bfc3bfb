using System.Text.Json;
using Trawl.Engine.Seams.Store;
using Trawl.Storage.Runs;

namespace Trawl.Storage.Reading;

/// <summary>Lists the runs of a home.</summary>
public static class RunFolders
{
    /// <summary>The runs, newest first; damaged ones last, with what is wrong. A missing folder holds none.</summary>
    /// <param name="runs">The folder <c>runs</c> of a home.</param>
    public static IReadOnlyList<RunFolder> List(string runs)
    {
        if (!Directory.Exists(runs))
        {
            return [];
        }

        return
        [
            .. Directory.EnumerateDirectories(runs)
                .Where(folder => !IsDraft(folder))
                .Select(Read)
                .OrderByDescending(f => f.Run?.CreatedAt ?? DateTimeOffset.MinValue)
                .ThenByDescending(f => f.Folder, StringComparer.Ordinal),
        ];
    }

    /// <summary>A run whose creation is under way, or was broken off: nobody was told of it.</summary>
    private static bool IsDraft(string folder) =>
        !File.Exists(RunFiles.Database(folder)) && RunFiles.Drafts(folder).Any();

    private static RunFolder Read(string folder)
    {
        try
        {
            using var reader = RunReader.Open(folder);
            return new RunFolder(folder, reader.ReadRun(), null);
        }
        catch (Exception error) when (error is RunStoreException or IOException or JsonException)
        {
            return new RunFolder(folder, null, error.Message);
        }
    }
}
