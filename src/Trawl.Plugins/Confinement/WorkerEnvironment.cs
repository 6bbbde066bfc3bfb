using System.Diagnostics;
using System.Globalization;

namespace Trawl.Plugins.Confinement;

/// <summary>The variables of a worker: nothing of ours, and what a runtime needs to know.</summary>
internal static class WorkerEnvironment
{
    public static void Set(ProcessStartInfo start, string folder, long memory)
    {
        start.Environment.Clear();
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(Programs.Dotnet);
        // The collector stays well below what ends the worker, so that its author gets an exception and not a corpse.
        start.Environment["DOTNET_GCHeapHardLimit"] = string.Create(CultureInfo.InvariantCulture, $"0x{memory / 4 * 3:x}");
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_DefaultStackSize"] = "180000";
    }
}
