using System.Text.Json;
using Trawl.Storage.Durability;

namespace Trawl.Recording.Archives;

/// <summary>What a run keeps of the archives it reads: index, list of pages, copies of records, report.</summary>
/// <param name="runFolder">The run's folder.</param>
public sealed class ArchiveFolder(string runFolder)
{
    /// <summary>The folder.</summary>
    public string Path { get; } = System.IO.Path.Combine(runFolder, "archive");

    internal string Index => System.IO.Path.Combine(Path, "index.cdxj");

    /// <summary>Pages in scope, a URL a line.</summary>
    public string Pages => System.IO.Path.Combine(Path, "pages.txt");

    private string Report => System.IO.Path.Combine(Path, "report.json");

    internal string Copy(int number) =>
        System.IO.Path.Combine(Path, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"copy-{number:D5}.warc.gz"));

    /// <summary>The report; null when the index is not whole.</summary>
    public ArchiveReport? Read()
    {
        try
        {
            return File.Exists(Report) ? JsonSerializer.Deserialize(File.ReadAllBytes(Report), ArchiveJson.Default.ArchiveReport) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Begins anew.</summary>
    internal void Clear()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }

        DurableFolder.Create(Path);
    }

    /// <summary>The last step: everything else is on the disk before it.</summary>
    internal void Finish(ArchiveReport report)
    {
        var part = Report + ".part";
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, report, ArchiveJson.Default.ArchiveReport);
            DurableFile.Flush(file);
        }

        File.Move(part, Report, overwrite: true);
        DurableFolder.Flush(Path);
    }
}
