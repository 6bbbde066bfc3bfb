namespace Trawl.Api.Settings;

/// <summary>Every setting there is, in the order of the reference.</summary>
/// <param name="Settings">The settings.</param>
public sealed record ListSettingsResponse(IReadOnlyList<SettingInfo> Settings);
