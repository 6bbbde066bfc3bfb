using System.Diagnostics;
using System.Globalization;
using Trawl.Plugins.Workers;

namespace Trawl.Plugins.Confinement;

/// <summary>How a worker is started: its program behind the launcher, with nothing of our environment.</summary>
internal static class WorkerCommand
{
    /// <summary>
    /// Private writable memory that the kernel grants beyond the ceiling, for what a runtime reserves and does not use: the
    /// ceiling itself is watched over.
    /// </summary>
    private const long Reserve = 1L << 30;

    public static ProcessStartInfo Of(PluginIdentity plugin, string folder)
    {
        var program = Programs.Find(plugin.Manifest.Run[0], plugin.Plan.Folder);
        var start = new ProcessStartInfo
        {
            WorkingDirectory = plugin.Plan.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var grants = WorkerGrants.Of(plugin, program, folder);
        // A right to a name that is not there cannot be given: what a worker may write to is made, as a folder.
        foreach (var path in plugin.Plan.Grant.Files.Where(file => file.Write && !File.Exists(file.Path))) Directory.CreateDirectory(path.Path);
        if (Launcher.IsThere) Launcher.Add(start, grants, 2 * plugin.Memory + Reserve);
        else start.FileName = program;
        if (Launcher.IsThere) start.ArgumentList.Add(program);
        foreach (var argument in plugin.Manifest.Run.Skip(1)) start.ArgumentList.Add(argument);
        WorkerEnvironment.Set(start, folder, plugin.Memory);
        return start;
    }
}
