using Trawl.Pipelines.Plugins;

namespace Trawl.Pipelines;

/// <summary>Where a pipeline's text comes from, and what it may refer to.</summary>
public sealed record PipelineSource
{
    private static readonly Dictionary<string, string> _none = [];

    /// <summary>
    /// The file's name or path as the user wrote it, for messages and for the default name; null when there is none.
    /// </summary>
    public string? File { get; init; }

    /// <summary>Absolute folder that relative paths of the pipeline start from.</summary>
    public required string BaseDirectory { get; init; }

    /// <summary>Values of <c>--set name=value</c>.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = _none;

    /// <summary>
    /// Looks up an environment variable (and what the <c>.env</c> file says); null when it is not set.
    /// </summary>
    public Func<string, string?> Environment { get; init; } = static _ => null;

    /// <summary>Whether a file exists; asked for the files of <c>start</c>.</summary>
    public Func<string, bool> FileExists { get; init; } = System.IO.File.Exists;

    /// <summary>Where plugins are looked for, beside the folder <c>plugins</c> of <see cref="BaseDirectory"/>.</summary>
    public PluginFolders Plugins { get; init; } = PluginFolders.None;

    /// <summary>A source for a file: its folder is the base.</summary>
    /// <param name="path">Path of the file, absolute or relative to the working folder.</param>
    /// <returns>The source, without values and environment.</returns>
    public static PipelineSource OfFile(string path) => new()
    {
        File = path,
        BaseDirectory = Path.GetDirectoryName(Path.GetFullPath(path)) ?? Path.GetPathRoot(Path.GetFullPath(path))!,
    };
}
