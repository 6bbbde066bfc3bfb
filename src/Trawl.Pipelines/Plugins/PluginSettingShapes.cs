using System.Globalization;
using System.Text.RegularExpressions;
using Trawl.Model.Plugins;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Language;
using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Plugins;

/// <summary>The declared settings of a plugin as shapes of the language, so that they are checked as its own keys are.</summary>
internal static class PluginSettingShapes
{
    private static readonly TimeSpan _longest = TimeSpan.FromDays(3650);

    public static MapShape Of(PluginManifest manifest) => new($"the settings of {manifest.Id}", () => Keys(manifest))
    {
        Doc = "",
        Example = "",
    };

    /// <summary>The shape of one value.</summary>
    public static ScalarShape One(PluginSetting setting)
    {
        var type = OfType(setting);
        return Scalars.Checked(type.Name ?? setting.Name, type.Summary, text => type.Check(text) ?? Refine(setting, text), setting.Doc);
    }

    public static string NameOf(PluginSettingType type) => ManifestLanguage.SettingTypes.First(t => t.Value == type).Key;

    private static IReadOnlyList<Key> Keys(PluginManifest manifest) =>
    [
        .. manifest.Settings.Select(s => new Key(s.Name, s.Many ? UnionShape.OneOrMany(One(s)) : One(s), s.Doc) { Required = s.Required }),
    ];

    private static ScalarShape OfType(PluginSetting setting) => setting.Type switch
    {
        PluginSettingType.Integer => Scalars.Integer(Whole(setting.Min) ?? long.MinValue, Whole(setting.Max) ?? long.MaxValue),
        PluginSettingType.Decimal => Scalars.Checked("decimal", "number", text => CheckDecimal(setting, text), ""),
        PluginSettingType.Boolean => Scalars.Boolean,
        PluginSettingType.Duration => Scalars.Time(Time(setting.Min) ?? TimeSpan.Zero, Time(setting.Max) ?? _longest),
        PluginSettingType.Size => Scalars.Checked("size", "size", text => CheckSize(setting, text), ""),
        PluginSettingType.Url => Kinds.Url,
        PluginSettingType.Path => Scalars.Checked("path", "path", CheckPath, ""),
        PluginSettingType.Secret => PluginKinds.Secret,
        _ => Scalars.Text,
    };

    private static Fault? Refine(PluginSetting setting, string text)
    {
        if (setting.OneOf.Count > 0 && !setting.OneOf.Contains(text, StringComparer.Ordinal))
            return new Fault(Rules.BadChoice, $"\"{text}\" is not a known {setting.Name}.", Spelling.Suggest(text, setting.OneOf));
        if (setting.Pattern is not { } pattern) return null;
        return Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant) ? null
            : new Fault(Rules.BadChoice, $"\"{text}\" does not match \"{pattern}\".", "Write a value that does.");
    }

    private static Fault? CheckDecimal(PluginSetting setting, string text)
    {
        if (Number(text) is not { } value) return new Fault(Rules.NotANumber, $"\"{text}\" is not a number.", "Write it with a point, as in \"9.99\".");
        bool isIn = (Number(setting.Min) is not { } min || value >= min) && (Number(setting.Max) is not { } max || value <= max);
        return isIn ? null : new Fault(Rules.OutOfRange, $"\"{text}\" is out of range.", $"Write a number{Range(setting)}.");
    }

    private static Fault? CheckSize(PluginSetting setting, string text)
    {
        var least = Scalars.Size(Bytes(setting.Min) ?? 0);
        if (least.Check(text) is { } fault) return fault;
        return Bytes(setting.Max) is { } max && Bytes(text) > max
            ? new Fault(Rules.OutOfRange, $"\"{text}\" is out of range.", $"Write a size{Range(setting)}.") : null;
    }

    private static Fault? CheckPath(string text) => text.Trim().Length > 0 && !text.Contains('\0') ? null
        : new Fault(Rules.BadPath, "The path is empty or holds a zero character.", "Write a path.");

    private static string Range(PluginSetting setting) => (setting.Min, setting.Max) switch
    {
        ({ } min, { } max) => $" from {min} to {max}",
        ({ } min, null) => $" from {min}",
        (null, { } max) => $" up to {max}",
        _ => "",
    };

    private static long? Whole(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;

    private static decimal? Number(string? text) => decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) ? value : null;

    private static TimeSpan? Time(string? text) => text is not null && Duration.TryParse(text, out var value) ? value : null;

    private static long? Bytes(string? text) => text is not null && ByteSize.TryParse(text, out long value) ? value : null;
}
