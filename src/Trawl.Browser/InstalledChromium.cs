namespace Trawl.Browser;

/// <summary>Finds the Chromium of this machine. Nothing is downloaded: a browser is the system's to keep up to date.</summary>
public static class InstalledChromium
{
    /// <summary>How to come by one.</summary>
    public const string WayOut =
        "Install Chromium: \"sudo apt-get install chromium\" (Debian, Ubuntu) or \"sudo dnf install chromium\" (Fedora); "
        + "or name an installed one with TRAWL_BROWSER=/path/to/chromium.";

    // The shell has no windows and needs less; whoever installed it wants it used.
    private static readonly string[] s_names =
        ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    /// <summary>Its path; null when there is none.</summary>
    /// <param name="named">The path that the user names; null to look for one on the PATH.</param>
    public static string? Find(string? named)
    {
        if (named is not null) return File.Exists(named) ? named : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return s_names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
