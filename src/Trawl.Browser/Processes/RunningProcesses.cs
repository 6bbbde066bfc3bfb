using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Trawl.Browser.Processes;

/// <summary>Processes of this machine by what their command line says (Linux; elsewhere none).</summary>
internal static class RunningProcesses
{
    /// <summary>Those whose command line or environment of start holds the text.</summary>
    public static IReadOnlyList<int> With(string text)
    {
        if (!OperatingSystem.IsLinux()) return [];
        var wanted = Encoding.UTF8.GetBytes(text);
        return [.. Ids().Where(id => id != Environment.ProcessId && Holds($"/proc/{id}/cmdline", wanted))];
    }

    /// <summary>When a process began, in ticks of the machine's start; null when it is gone. With the id it names a process for good.</summary>
    public static string? BeganAt(int id)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{id}/stat");
            // The name in brackets may hold anything; what follows the last bracket may not (proc(5)).
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : fields[19];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // Gone already, or not ours.
        }
    }

    private static IEnumerable<int> Ids() =>
        from folder in Directory.EnumerateDirectories("/proc")
        let name = Path.GetFileName(folder)
        where int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        select int.Parse(name, CultureInfo.InvariantCulture);

    private static bool Holds(string file, byte[] wanted)
    {
        try
        {
            return File.ReadAllBytes(file).AsSpan().IndexOf(wanted) >= 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
