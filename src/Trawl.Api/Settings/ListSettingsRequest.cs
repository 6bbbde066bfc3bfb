namespace Trawl.Api.Settings;

/// <summary>Asks for every setting of the process that has the home.</summary>
public sealed record ListSettingsRequest;
