using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Language;
using Trawl.Pipelines.Syntax;

namespace Trawl.Pipelines.Plugins;

/// <summary>Turns the text of a plugin's manifest into the manifest, or into all its errors.</summary>
public static class ManifestCompiler
{
    /// <summary>Compiles a manifest. Never throws for what is in the text.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="file">The file's path, for messages; its folder is the plugin's.</param>
    public static ManifestResult Compile(string yaml, string file)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        ArgumentNullException.ThrowIfNull(file);
        var text = new SourceText(yaml.StartsWith('\uFEFF') ? yaml[1..] : yaml);
        var sink = new DiagnosticSink(file, text);
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (YamlReader.Read(text, sink) is not { } root) return new ManifestResult(folder, null, sink.ToList());
        new ShapeChecker(sink).Check(root, ManifestLanguage.Root);
        var manifest = ManifestBinder.Bind(root);
        ManifestChecks.Run(root, manifest, sink);
        return new ManifestResult(folder, sink.HasErrors ? null : manifest, sink.ToList())
        {
            Id = manifest.Id.Length == 0 ? null : manifest.Id,
        };
    }
}
