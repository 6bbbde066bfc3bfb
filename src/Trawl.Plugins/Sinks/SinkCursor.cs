using System.Globalization;

namespace Trawl.Plugins.Sinks;

/// <summary>
/// The last batch that a sink has acknowledged, in a file of its own. It may lag behind the sink, never run ahead of it: a sink
/// that knows its batches says so itself, and to one that does not a batch may come twice.
/// </summary>
internal sealed class SinkCursor(string file)
{
    private const string Complete = "complete";

    public long Batch { get; private set; } = Read(file) is { } text && long.TryParse(text, CultureInfo.InvariantCulture, out var batch) ? batch : 0;

    public bool IsComplete { get; private set; } = Read(file) == Complete;

    public void Move(long batch)
    {
        Batch = batch;
        Write(batch.ToString(CultureInfo.InvariantCulture));
    }

    public void Finish()
    {
        IsComplete = true;
        Write(Complete);
    }

    private static string? Read(string file) => File.Exists(file) ? File.ReadAllText(file).Trim() : null;

    private void Write(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var temporary = file + ".tmp";
        File.WriteAllText(temporary, text);
        File.Move(temporary, file, overwrite: true);
    }
}
