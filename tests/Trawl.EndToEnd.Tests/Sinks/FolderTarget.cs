namespace Trawl.EndToEnd.Tests.Sinks;

/// <summary>A target that is a folder.</summary>
internal abstract class FolderTarget(string folder, string plugin) : SinkTarget
{
    public override string Use => $"{{ use: \"{BuiltPlugin(plugin)}\", settings: {{ folder: \"{Folder}\" }}, grant: {{ files: [\"write {Folder}\"] }} }}";

    protected string Folder { get; } = folder;

    public override void Clear()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
