using System.ComponentModel;
using System.Diagnostics;

namespace Trawl.Plugins.Workers;

/// <summary>Ends a process for certain.</summary>
internal static class ProcessTree
{
    public static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended while we looked, or one of its children did.
        }
    }
}
