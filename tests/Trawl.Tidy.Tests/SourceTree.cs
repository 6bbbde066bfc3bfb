using Trawl.Tests.Shared;

namespace Trawl.Tidy.Tests;

/// <summary>The C# files of this repository that people write.</summary>
internal static class SourceTree
{
    private static readonly string s_artifacts = Path.DirectorySeparatorChar + "artifacts" + Path.DirectorySeparatorChar;

    public static IEnumerable<string> Files(params string[] folders) =>
        from folder in folders
        let path = Repository.PathOf(folder)
        where Directory.Exists(path)
        from file in Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories)
        where !file.EndsWith(".g.cs", StringComparison.Ordinal) && !file.Contains(s_artifacts, StringComparison.Ordinal)
        select file;

    public static string Name(string file) => Path.GetRelativePath(Repository.Root, file);
}
