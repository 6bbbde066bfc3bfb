namespace Trawl.EndToEnd.Tests.Sinks;

/// <summary>The file of <c>samples/Sink.Jsonl</c>.</summary>
internal sealed class JsonlTarget(string folder) : FolderTarget(folder, "Sink.Jsonl")
{
    public override IReadOnlyList<string> Rows()
    {
        if (!Directory.Exists(Folder)) return [];
        var file = Directory.EnumerateFiles(Folder).SingleOrDefault(f => f.EndsWith(".jsonl", StringComparison.Ordinal) || f.EndsWith(".part", StringComparison.Ordinal));
        if (file is null) return [];
        using var reader = new StreamReader(new FileStream(file, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete }));
        var text = reader.ReadToEnd();
        // While it grows its last line may be half a line.
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(KeyOf)];
    }
}
