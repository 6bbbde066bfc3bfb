using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Trawl.Hosting.Settings;

/// <summary>Reads <c>trawl.yaml</c>: a flat map of settings.</summary>
internal static class SettingsFile
{
    public static IReadOnlyList<SettingEntry> Read(string path, List<SettingProblem> problems)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var entries = new List<SettingEntry>();
        try
        {
            using var text = new StreamReader(path);
            Read(new Parser(text), path, entries, problems);
        }
        catch (YamlException error)
        {
            problems.Add(new SettingProblem(
                Place(path, error.Start), $"The file is no YAML: {error.Message}", "Write one \"name: value\" a line."));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new SettingProblem(path, $"The file cannot be read: {error.Message}", "Make it readable, or remove it."));
        }

        return entries;
    }

    private static void Read(Parser parser, string path, List<SettingEntry> entries, List<SettingProblem> problems)
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _) || (parser.Accept<Scalar>(out var empty) && empty.Value.Length == 0))
        {
            return;
        }

        if (!parser.TryConsume<MappingStart>(out _))
        {
            problems.Add(new SettingProblem(
                Place(path, parser.Current!.Start), "The file is no map.", "Write one \"name: value\" a line."));
            return;
        }

        var seen = new HashSet<string>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            ReadEntry(parser, path, seen, entries, problems);
        }
    }

    private static void ReadEntry(
        Parser parser, string path, HashSet<string> seen, List<SettingEntry> entries, List<SettingProblem> problems)
    {
        if (!parser.TryConsume<Scalar>(out var key))
        {
            problems.Add(new SettingProblem(Place(path, parser.Current!.Start), "A name is a word.", "Write \"name: value\"."));
            parser.SkipThisAndNestedEvents();
            parser.SkipThisAndNestedEvents();
            return;
        }

        var origin = Place(path, key.Start);
        if (!seen.Add(key.Value))
        {
            problems.Add(new SettingProblem(origin, $"\"{key.Value}\" stands twice.", "Remove one of them."));
        }

        if (parser.TryConsume<Scalar>(out var value))
        {
            entries.Add(new SettingEntry(key.Value, value.Value, origin));
            return;
        }

        problems.Add(new SettingProblem(origin, $"\"{key.Value}\" has a list or map as its value.", "Give it a single value."));
        parser.SkipThisAndNestedEvents();
    }

    private static string Place(string path, Mark mark) => string.Create(CultureInfo.InvariantCulture, $"{path}:{mark.Line}");
}
