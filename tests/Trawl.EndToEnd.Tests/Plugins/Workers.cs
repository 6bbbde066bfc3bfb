using System.Globalization;

namespace Trawl.EndToEnd.Tests.Plugins;

/// <summary>Workers whose runs lie below a folder, whoever their parent is by now, as <c>/proc</c> has them.</summary>
internal static class Workers
{
    /// <summary>Those that live, with the plugin's name in the pipeline.</summary>
    public static IReadOnlyList<(int Id, string Plugin)> Below(string folder) =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => char.IsAsciiDigit(name![0]))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture)).Where(ChildProcesses.IsAlive)
            .Select(id => (id, Plugin: PluginOf(id, folder)!)).Where(worker => worker.Plugin is not null)];

    /// <summary>A worker's home is <c>RUN/tmp/plugins/NAME-NUMBER</c>.</summary>
    private static string? PluginOf(int id, string folder)
    {
        try
        {
            var home = File.ReadAllText($"/proc/{id}/environ").Split('\0')
                .FirstOrDefault(variable => variable.StartsWith("HOME=" + folder, StringComparison.Ordinal));
            return home is null || !home.Contains("/tmp/plugins/", StringComparison.Ordinal) ? null : Path.GetFileName(home).Split('-')[0];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
