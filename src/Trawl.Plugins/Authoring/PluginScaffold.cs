using System.Text;

namespace Trawl.Plugins.Authoring;

/// <summary>Writes a first plugin: a small C# project with a manifest and examples, which are its test.</summary>
public static class PluginScaffold
{
    /// <summary>Writes the plugin's files.</summary>
    /// <param name="name">Its name: lower-case letters, digits and hyphens.</param>
    /// <param name="folder">Absolute path of its folder; created.</param>
    /// <param name="libraries">Folder that holds <c>Trawl.Sdk.dll</c>.</param>
    /// <returns>The files, relative to the folder.</returns>
    /// <exception cref="IOException">A file is there already, or cannot be written.</exception>
    public static IReadOnlyList<string> Write(string name, string folder, string libraries)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var type = string.Concat(name.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var files = new (string Path, string Text)[]
        {
            ("plugin.yaml", ScaffoldTexts.Manifest), ($"{type}.csproj", ScaffoldTexts.Project), ("Program.cs", ScaffoldTexts.Program),
            ($"{type}Transform.cs", ScaffoldTexts.Transform), (Path.Combine("examples", "shout.json"), ScaffoldTexts.Example), (".gitignore", "bin/\nobj/\n"),
        };
        Directory.CreateDirectory(folder);
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            stream.Write(Encoding.UTF8.GetBytes(Fill(text, name, type, libraries)));
        }

        return [.. files.Select(file => file.Path)];
    }

    private static string Fill(string text, string name, string type, string libraries) => text
        .Replace("$name$", name, StringComparison.Ordinal).Replace("$type$", type, StringComparison.Ordinal)
        .Replace("$libraries$", libraries, StringComparison.Ordinal);
}
