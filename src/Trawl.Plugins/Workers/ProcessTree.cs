using System.ComponentModel;
using System.Diagnostics;

namespace Trawl.Plugins.Workers;

/// <summary>Ends a process for certain.</summary>
internal static class ProcessTree
{
    /// <summary>A killed process is gone in milliseconds, unless the kernel itself is stuck.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    public static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            // Without the patience it would wait for the streams too, which a grandchild may hold open.
            process.WaitForExit(s_patience);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended while we looked, or one of its children did.
        }
    }
}
