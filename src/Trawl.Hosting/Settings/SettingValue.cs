namespace Trawl.Hosting.Settings;

/// <summary>The value in force and where it came from.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Value">The value; null when there is none.</param>
/// <param name="Origin">
/// <c>default</c>, <c>file:line</c>, <c>environment NAME</c> or <c>command line --option</c>.
/// </param>
public sealed record SettingValue(SettingDescriptor Setting, string? Value, string Origin)
{
    /// <summary>The value as it may be shown.</summary>
    public string? Shown => Value is null ? null
        : Setting.IsSecret ? "(secret)"
        : Setting.Kind == SettingKind.Url ? WithoutUser(Value)
        : Value;

    /// <summary>User and password of a URL are as secret as a token.</summary>
    private static string WithoutUser(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.UserInfo.Length > 0
            ? value.Replace($"{url.UserInfo}@", "(secret)@", StringComparison.Ordinal)
            : value;
}
