namespace Trawl.Hosting.Home;

/// <summary>The places inside a home folder.</summary>
/// <param name="Root">Absolute path of the home.</param>
public sealed record HomeFolder(string Root)
{
    /// <summary>The settings.</summary>
    public string SettingsFile => Path.Combine(Root, "trawl.yaml");

    /// <summary>The runs, one folder each.</summary>
    public string Runs => Path.Combine(Root, "runs");

    internal string LockFile => Path.Combine(Root, "engine.lock");

    internal string Socket => Path.Combine(Root, "engine.sock");

    internal string Keys => Path.Combine(Root, "keys");

    /// <summary>Where the platform wants a home when nobody says otherwise.</summary>
    /// <param name="environment">The environment variables.</param>
    public static string Default(IReadOnlyDictionary<string, string> environment)
    {
        string? Variable(string name) =>
            environment.TryGetValue(name, out var value) && Path.IsPathFullyQualified(value) ? value : null;

        var user = Variable(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME")
            ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows())
        {
            return Path.Combine(Variable("LOCALAPPDATA") ?? Path.Combine(user, "AppData", "Local"), "trawl");
        }

        return OperatingSystem.IsMacOS()
            ? Path.Combine(user, "Library", "Application Support", "trawl")
            : Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(user, ".local", "share"), "trawl");
    }
}
