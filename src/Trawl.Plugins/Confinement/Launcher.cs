using System.Diagnostics;
using System.Globalization;

namespace Trawl.Plugins.Confinement;

/// <summary>The program that confines a worker before it becomes it; on Linux, where the kernel can.</summary>
internal static class Launcher
{
    private static readonly string s_file = Path.Combine(AppContext.BaseDirectory, "Trawl.Launcher.dll");

    /// <summary>Whether workers are confined here. Elsewhere they start without: docs/guide/plugins.md says what then does not hold.</summary>
    public static bool IsThere { get; } = OperatingSystem.IsLinux() && File.Exists(s_file) && File.Exists(Config);

    private static string Config => Path.ChangeExtension(s_file, ".runtimeconfig.json");

    /// <summary>For a program that is none of a plugin's: it dies with the calling thread, and is confined no further.</summary>
    public static void Add(ProcessStartInfo start)
    {
        start.FileName = Programs.Dotnet;
        start.ArgumentList.Add(s_file);
        Add(start, "--parent", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        start.ArgumentList.Add("--");
    }

    public static void Add(ProcessStartInfo start, WorkerGrants grants, long data)
    {
        start.FileName = Programs.Dotnet;
        start.ArgumentList.Add(s_file);
        Add(start, "--parent", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        Add(start, "--data", data.ToString(CultureInfo.InvariantCulture));
        if (!grants.Processes) start.ArgumentList.Add("--no-fork");
        if (!grants.Sockets) start.ArgumentList.Add("--no-net");
        foreach (var port in grants.Ports) Add(start, "--port", port.ToString(CultureInfo.InvariantCulture));
        foreach (var path in grants.Read) Add(start, "--read", path);
        foreach (var path in grants.Write) Add(start, "--write", path);
        start.ArgumentList.Add("--");
    }

    private static void Add(ProcessStartInfo start, string name, string value)
    {
        start.ArgumentList.Add(name);
        start.ArgumentList.Add(value);
    }
}
