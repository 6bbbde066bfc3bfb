namespace Trawl.Hosting.Settings;

/// <summary>Every setting there is. A row here is a key of trawl.yaml, a variable, an option and a line of the reference.</summary>
public static class SettingTable
{
    internal static readonly SettingDescriptor Home = new(
        "home", SettingKind.Path, null,
        "The folder that holds settings and runs. Default: $XDG_DATA_HOME/trawl or ~/.local/share/trawl; "
        + "~/Library/Application Support/trawl on macOS; %LOCALAPPDATA%\\trawl on Windows. Not in trawl.yaml, which lies in it.");

    internal static readonly SettingDescriptor Contact = new(
        "contact", SettingKind.Text, null,
        "Who answers for the crawl: an e-mail address or URL that goes into Trawl's User-Agent. "
        + "For pipelines that name none themselves.");

    internal static readonly SettingDescriptor UserAgent = new(
        "userAgent", SettingKind.Text, null,
        "User-Agent to send instead of Trawl's own. For pipelines that name none themselves.");

    internal static readonly SettingDescriptor Color = new(
        "color", SettingKind.Choice, "auto",
        "Colours in what Trawl says: auto colours a terminal unless NO_COLOR is set or TERM is dumb.")
    {
        Choices = ["auto", "always", "never"],
    };

    internal static readonly SettingDescriptor LogLevel = new(
        "logLevel", SettingKind.Choice, "info",
        "How much Trawl says on stderr: error is errors alone, info adds progress and summary, debug adds who owns the "
        + "home and how long things take.")
    {
        Choices = ["error", "info", "debug"],
    };

    internal static readonly SettingDescriptor MaxConcurrency = new(
        "maxConcurrency", SettingKind.Integer, "1000",
        "Requests in flight at most in one run, whatever its pipeline says. Fixed for a run when it starts.")
    {
        Min = 1,
        Max = 1000,
    };

    internal static readonly SettingDescriptor MaxHostConcurrency = new(
        "maxHostConcurrency", SettingKind.Integer, "1000",
        "Requests in flight at most to one host in one run, whatever its pipeline says. Fixed for a run when it starts.")
    {
        Min = 1,
        Max = 1000,
    };

    internal static readonly SettingDescriptor Browser = new(
        "browser", SettingKind.Text, null,
        "Path of the Chromium that opens pages of rules with \"render\". Default: chromium-headless-shell, chromium or Google Chrome, "
        + "whichever is found first on the PATH.");

    internal static readonly SettingDescriptor MinFreeDisk = new(
        "minFreeDisk", SettingKind.Integer, "256",
        "MiB to keep free on the home's disk, or a tenth of a smaller disk: runs pause while there is less, and go on by themselves. "
        + "0 writes until the disk is full.")
    {
        Min = 0,
        Max = 1 << 20,
    };

    internal static readonly SettingDescriptor Server = new(
        "server", SettingKind.Url, null,
        "The Trawl server that commands work on, as \"trawl up\" prints it, instead of the home on this machine.");

    internal static readonly SettingDescriptor Token = new(
        "token", SettingKind.Text, null,
        "The API token for the server, as \"trawl token add\" prints it. Not on the command line, where every user of the machine "
        + "could read it.")
    {
        IsSecret = true,
    };

    internal static readonly SettingDescriptor ServerFingerprint = new(
        "serverFingerprint", SettingKind.Text, null,
        "SHA-256 of the server's certificate, as \"trawl up\" prints it: then this certificate is believed and no other.");

    /// <summary>All settings, in the order in which they are shown.</summary>
    public static IReadOnlyList<SettingDescriptor> All { get; } =
        [Home, Contact, UserAgent, Color, LogLevel, MaxConcurrency, MaxHostConcurrency, MinFreeDisk, Browser, Server, Token, ServerFingerprint];

    /// <summary>The setting of that name; null when there is none.</summary>
    public static SettingDescriptor? Find(string name) => All.FirstOrDefault(s => s.Name == name);
}
