using System.Text.RegularExpressions;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Language;

namespace Trawl.Pipelines.Plugins;

/// <summary>Single values that manifests and the plugins of a pipeline have.</summary>
internal static partial class PluginKinds
{
    public static readonly ScalarShape Id = Scalars.Name("pluginId", "plugin id",
        "^[a-z][a-z0-9-]*([.][a-z][a-z0-9-]*)+$", "two or more words of lower-case letters, digits and hyphens, with dots between");

    public static readonly ScalarShape Version = Scalars.Name("pluginVersion", "version",
        "^[0-9]+[.][0-9]+[.][0-9]+(-[0-9a-zA-Z.-]+)?$", "three numbers with dots, as in 1.2.0");

    public static readonly ScalarShape SettingName = Scalars.Name("settingName", "setting",
        "^[a-z][a-zA-Z0-9]{0,39}$", "a lower-case letter, then up to 39 letters and digits");

    public static readonly ScalarShape Use = Scalars.Checked("pluginUse", "plugin id or folder", CheckUse,
        "A plugin's id (`example.tidy`), or its folder relative to the pipeline's file (`./plugins/tidy`).");

    public static readonly ScalarShape Host = Scalars.Checked("grantedHost", "host", CheckHost, "`api.example` or `db.example:5432`.");

    public static readonly ScalarShape File = Scalars.Checked("grantedFile", "file with its use", CheckFile,
        "`read PATH` or `write PATH`, relative to the pipeline's file; a folder stands for all below it.");

    public static readonly ScalarShape Secret = Scalars.Checked("secret", "environment variable", CheckSecret,
        "Name of an environment variable, or of a line of the `.env` file.");

    /// <summary>In a manifest an item may name the setting that holds it.</summary>
    public static ScalarShape OrSetting(ScalarShape shape, string name) => Scalars.Checked(name, shape.Summary + " or $setting",
        text => IsReference(text) ? null : shape.Check(text), shape.Doc + " `$name` means what the setting of that name says.");

    public static bool IsReference(string text) => Reference().IsMatch(text);

    /// <summary>A file as it is granted or needed; the path as written.</summary>
    public static (string Path, bool Write) SplitFile(string text)
    {
        int blank = text.IndexOf(' ', StringComparison.Ordinal);
        return (text[(blank + 1)..].Trim(), text.StartsWith("write ", StringComparison.Ordinal));
    }

    private static Fault? CheckUse(string text) => IsFolder(text) ? null : Id.Check(text);

    /// <summary>Whether a text means a folder and not an id.</summary>
    public static bool IsFolder(string text) => text is ['.', ..] or ['/', ..] || Path.IsPathFullyQualified(text);

    private static Fault? CheckHost(string text) => HostText().IsMatch(text) ? null
        : new Fault(Rules.BadGrant, $"\"{text}\" is not a host.", "Write it as in \"api.example\" or \"db.example:5432\".");

    private static Fault? CheckFile(string text)
    {
        bool hasUse = text.StartsWith("read ", StringComparison.Ordinal) || text.StartsWith("write ", StringComparison.Ordinal);
        return hasUse && SplitFile(text).Path.Length > 0 && !text.Contains('\0') ? null
            : new Fault(Rules.BadGrant, $"\"{text}\" does not say what may be done with which file.",
                "Write it as in \"read data/rates.csv\" or \"write out\".");
    }

    private static Fault? CheckSecret(string text) => SecretText().IsMatch(text) ? null
        : new Fault(Rules.BadGrant, $"\"{text}\" is not the name of an environment variable.", "Write it as in \"API_KEY\".");

    [GeneratedRegex("^[$][a-z][a-zA-Z0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^([a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])(:[0-9]{1,5})?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HostText();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex SecretText();
}
