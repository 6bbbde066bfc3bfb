using System.Runtime.InteropServices;

namespace Trawl.Plugins.Confinement;

/// <summary>Finds the program of a manifest's command.</summary>
internal static class Programs
{
    private static readonly string s_suffix = OperatingSystem.IsWindows() ? ".exe" : "";

    /// <summary>The <c>dotnet</c> that runs this process's kind of runtime.</summary>
    public static string Dotnet { get; } = FindDotnet();

    /// <summary>
    /// A file of the plugin's folder, or a program of this process's path; <c>dotnet</c> is the one we run on ourselves.
    /// </summary>
    /// <exception cref="FileNotFoundException">There is no such program.</exception>
    public static string Find(string name, string folder)
    {
        if (name == "dotnet") return Dotnet;
        var own = Path.GetFullPath(name, folder);
        if (File.Exists(own)) return own;
        if (!name.Contains('/') && OnPath(name) is { } found) return found;
        throw new FileNotFoundException($"The program \"{name}\" is neither in \"{folder}\" nor on the path.");
    }

    private static string? OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name + s_suffix)).FirstOrDefault(File.Exists) is { } found ? RealPath(found) : null;

    private static string FindDotnet()
    {
        // The runtime lies in <root>/shared/Microsoft.NETCore.App/<version>/.
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var muxer = Path.Combine(root, "dotnet" + s_suffix);
        return File.Exists(muxer) ? muxer : OnPath("dotnet") ?? "dotnet";
    }

    private static string RealPath(string file) => File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file;
}
