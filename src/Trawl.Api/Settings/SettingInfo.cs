namespace Trawl.Api.Settings;

/// <summary>A setting and where its value came from.</summary>
/// <param name="Name">Its key in <c>trawl.yaml</c>.</param>
/// <param name="Value">The value in force; null for none. That of a secret is never told.</param>
/// <param name="IsSecret">Whether the value is a secret; then <paramref name="Value"/> says only whether there is one.</param>
/// <param name="Origin"><c>default</c>, <c>file:line</c>, <c>environment NAME</c> or <c>command line --option</c>.</param>
/// <param name="Rule">What a value must be, in words.</param>
/// <param name="Default">The value where nobody gives one; null for none.</param>
/// <param name="Doc">What it does.</param>
public sealed record SettingInfo(string Name, string? Value, bool IsSecret, string Origin, string Rule, string? Default, string Doc);
