using System.Text;
using Trawl.Model.Plugins;
using Trawl.Plugins.Authoring.Scaffolds;

namespace Trawl.Plugins.Authoring;

/// <summary>Writes a first plugin: a small C# project with a manifest and an example, which is its test.</summary>
public static class PluginScaffold
{
    /// <summary>Writes the plugin's files.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="name">Its name: lower-case letters, digits and hyphens.</param>
    /// <param name="folder">Absolute path of its folder; created.</param>
    /// <param name="libraries">Folder that holds <c>Trawl.Sdk.dll</c>.</param>
    /// <returns>The files, relative to the folder.</returns>
    /// <exception cref="IOException">A file is there already, or cannot be written.</exception>
    public static IReadOnlyList<string> Write(PluginKind kind, string name, string folder, string libraries)
    {
        var scaffold = Scaffold.Of(kind);
        var type = TypeOf(name);
        var files = new (string Path, string Text)[]
        {
            ("plugin.yaml", ScaffoldTexts.Manifest + scaffold.Manifest + "\n"),
            ($"{type}.csproj", ScaffoldTexts.Project),
            ("Program.cs", ScaffoldTexts.Program),
            ($"{type}{scaffold.Suffix}.cs", scaffold.Code + "\n"),
            (Path.Combine("examples", "first.json"), scaffold.Example + "\n"),
            (".gitignore", "bin/\nobj/\n"),
        };
        Directory.CreateDirectory(folder);
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            stream.Write(Encoding.UTF8.GetBytes(Fill(text, scaffold, name, type, libraries)));
        }

        return [.. files.Select(file => file.Path)];
    }

    /// <summary>What a pipeline writes to use the plugin, key by key.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="name">Its name.</param>
    /// <param name="folder">Its folder as the pipeline is to name it.</param>
    public static IReadOnlyList<string> Use(PluginKind kind, string name, string folder) =>
    [
        $"plugins: {{ {name}: {folder} }}", Scaffold.Of(kind).Use.Replace("$plain$", name, StringComparison.Ordinal),
    ];

    private static string TypeOf(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return string.Concat(name.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    private static string Fill(string text, Scaffold scaffold, string name, string type, string libraries) => text
        .Replace("$name$", name, StringComparison.Ordinal).Replace("$type$", type, StringComparison.Ordinal)
        .Replace("$doc$", scaffold.Doc, StringComparison.Ordinal).Replace("$suffix$", scaffold.Suffix, StringComparison.Ordinal)
        .Replace("$kind$", scaffold.Kind.ToString(), StringComparison.Ordinal).Replace("$libraries$", libraries, StringComparison.Ordinal);
}
