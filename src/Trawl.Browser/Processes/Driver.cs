using System.Runtime.Versioning;
using Microsoft.Playwright;

namespace Trawl.Browser.Processes;

/// <summary>Starts Playwright's driver, a process of its own, so that all that it and its browser write lies in one folder.</summary>
internal static class Driver
{
    private const string NodeVariable = "PLAYWRIGHT_NODEJS_PATH";
    private const string SearchVariable = "PLAYWRIGHT_DRIVER_SEARCH_PATH";

    // Its library reads these from the environment of the process, which all runs share.
    private static readonly SemaphoreSlim s_starting = new(1, 1);

    public static async Task<IPlaywright> StartAsync(string folder, CancellationToken cancellationToken)
    {
        await s_starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        var before = Environment.GetEnvironmentVariable(NodeVariable);
        try
        {
            if (!OperatingSystem.IsWindows() && before is null) Environment.SetEnvironmentVariable(NodeVariable, Shim(folder));
            return await Playwright.CreateAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Environment.SetEnvironmentVariable(NodeVariable, before);
            s_starting.Release();
        }
    }

    /// <summary>A script in place of the driver's node: profiles then lie in the folder, where they are found if this process dies.</summary>
    [UnsupportedOSPlatform("windows")]
    private static string Shim(string folder)
    {
        var path = Path.Combine(folder, "node");
        File.WriteAllText(path, $"#!/bin/sh\nTMPDIR='{folder}' exec '{Node()}' \"$@\"\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private static string Node()
    {
        var root = Environment.GetEnvironmentVariable(SearchVariable) is { Length: > 0 } named ? named : AppContext.BaseDirectory;
        var platforms = Path.Combine(root, ".playwright", "node");
        return Directory.Exists(platforms) && Directory.EnumerateFiles(platforms, "node", SearchOption.AllDirectories).FirstOrDefault() is { } node
            ? node
            : throw new PlaywrightException($"The browser's driver is missing: \"{platforms}\" is not there; install Trawl anew.");
    }
}
