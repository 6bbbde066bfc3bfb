namespace Trawl.Hosting.Settings;

/// <summary>One setting: all that the reader, <c>trawl config</c>, the command line and the reference page need.</summary>
/// <param name="Name">Its key in <c>trawl.yaml</c>, camelCase.</param>
/// <param name="Kind">What a value must be.</param>
/// <param name="Default">The value where nobody gives one; null for none.</param>
/// <param name="Doc">What it does, in one or two sentences.</param>
public sealed record SettingDescriptor(string Name, SettingKind Kind, string? Default, string Doc)
{
    /// <summary>The values allowed, for <see cref="SettingKind.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The smallest number allowed, for <see cref="SettingKind.Integer"/>.</summary>
    public int Min { get; init; } = int.MinValue;

    /// <summary>The largest number allowed, for <see cref="SettingKind.Integer"/>.</summary>
    public int Max { get; init; } = int.MaxValue;

    /// <summary>Whether the value is shown to nobody.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The environment variable: <c>TRAWL_</c> and the name in upper case with underscores.</summary>
    public string EnvironmentName { get; } = "TRAWL_" + Words(Name, '_').ToUpperInvariant();

    /// <summary>The option of the command line: <c>--</c> and the name with dashes.</summary>
    public string OptionName { get; } = "--" + Words(Name, '-');

    /// <summary>What a value must be, in words.</summary>
    public string Rule => Kind switch
    {
        SettingKind.Choice => $"one of {string.Join(", ", Choices)}",
        SettingKind.Integer => FormattableString.Invariant($"a whole number from {Min} to {Max}"),
        SettingKind.Path => "a folder",
        SettingKind.Url => "an absolute http or https URL",
        _ => "text without line breaks",
    };

    /// <summary>Whether the text is a value of this setting.</summary>
    public bool Accepts(string value) => Kind switch
    {
        SettingKind.Choice => Choices.Contains(value, StringComparer.Ordinal),
        SettingKind.Integer => int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number >= Min && number <= Max,
        SettingKind.Url => Uri.TryCreate(value, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Host.Length: > 0 },
        SettingKind.Path => value.Length > 0 && !value.Contains('\0', StringComparison.Ordinal),
        _ => !value.AsSpan().ContainsAnyInRange('\0', '\x1f'),
    };

    private static string Words(string name, char separator) =>
        string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? $"{separator}{char.ToLowerInvariant(c)}" : $"{c}"));
}
