using System.Globalization;

namespace Trawl.EndToEnd.Tests.Plugins;

/// <summary>Children of a process, as <c>/proc</c> has them.</summary>
internal static class ChildProcesses
{
    public static IReadOnlyList<int> Of(int parent) =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => char.IsAsciiDigit(name![0]))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Where(id => ParentOf(id) == parent)];

    public static bool IsAlive(int id) => ParentOf(id) is not null;

    /// <summary>Null for a process that is gone or only waits to be buried.</summary>
    private static int? ParentOf(int id)
    {
        try
        {
            // pid (name) state ppid …; a name may hold anything but ends with the last parenthesis.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] == "Z" ? null : int.Parse(fields[1], CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
