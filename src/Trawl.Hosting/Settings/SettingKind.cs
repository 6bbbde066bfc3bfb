namespace Trawl.Hosting.Settings;

/// <summary>What the value of a setting must be.</summary>
public enum SettingKind
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>A folder; relative to the working folder.</summary>
    Path,

    /// <summary>A whole number in a range.</summary>
    Integer,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>An absolute http or https URL.</summary>
    Url,
}
