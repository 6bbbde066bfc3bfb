using System.Globalization;
using DotNetEnv;

namespace Trawl.Hosting.Settings;

/// <summary>Reads a <c>.env</c> file without touching the process's environment.</summary>
internal static class DotEnvFile
{
    public static IReadOnlyList<DotEnvEntry> Read(string path, List<SettingProblem> problems)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception error)
        {
            // The parser throws whatever its combinators threw; a bad .env is the user's, never a crash of ours.
            problems.Add(new SettingProblem(path, $"The file cannot be read: {error.Message}", "Write one NAME=value a line."));
            return [];
        }
    }

    private static List<DotEnvEntry> Parse(string path, string text)
    {
        var lines = text.Split('\n');
        var entries = new List<DotEnvEntry>();
        foreach (var (name, value) in Env.LoadContents(text, Env.NoEnvVars()))
        {
            var line = Array.FindLastIndex(lines, l => Defines(l, name)) + 1;
            entries.Add(new DotEnvEntry(name, value, string.Create(CultureInfo.InvariantCulture, $"{path}:{line}")));
        }

        return entries;
    }

    private static bool Defines(string line, string name)
    {
        var rest = line.AsSpan().Trim();
        if (rest.StartsWith("export "))
        {
            rest = rest["export ".Length..].TrimStart();
        }

        return rest.StartsWith(name, StringComparison.Ordinal) && rest[name.Length..].TrimStart().StartsWith("=");
    }
}
