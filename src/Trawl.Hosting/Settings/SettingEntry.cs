namespace Trawl.Hosting.Settings;

/// <summary>A name and value as they stand in a settings file.</summary>
internal sealed record SettingEntry(string Name, string Value, string Origin);
