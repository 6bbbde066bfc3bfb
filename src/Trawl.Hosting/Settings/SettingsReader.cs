using System.Globalization;
using Trawl.Hosting.Home;

namespace Trawl.Hosting.Settings;

/// <summary>
/// Reads the settings: defaults, <c>trawl.yaml</c> of the home, <c>.env</c> of the home, <c>.env</c> of the working
/// folder, environment, command line; the later wins. Reports everything that is wrong at once.
/// </summary>
public sealed class SettingsReader
{
    private readonly List<SettingProblem> _problems = [];
    private readonly Dictionary<string, SettingValue> _values = [];
    private readonly SettingsSources _sources;

    private SettingsReader(SettingsSources sources) => _sources = sources;

    /// <summary>Reads all sources. Never throws for what stands in them.</summary>
    public static SettingsResult Read(SettingsSources sources) => new SettingsReader(sources).Read();

    private SettingsResult Read()
    {
        var here = DotEnvFile.Read(Path.Combine(_sources.WorkingFolder, ".env"), _problems);
        TakeDefaults();
        Take(here, [SettingTable.Home]);
        TakeEnvironment([SettingTable.Home]);
        TakeCommandLine([SettingTable.Home]);
        var home = Path.GetFullPath(_values["home"].Value!, _sources.WorkingFolder);

        var others = SettingTable.All.Where(s => s != SettingTable.Home).ToArray();
        TakeYaml(Path.Combine(home, "trawl.yaml"));
        var there = home == _sources.WorkingFolder ? [] : DotEnvFile.Read(Path.Combine(home, ".env"), _problems);
        foreach (var entry in there.Where(e => e.Name == SettingTable.Home.EnvironmentName))
        {
            _problems.Add(new SettingProblem(entry.Origin, "\"TRAWL_HOME\" cannot stand inside the home.", "Move it to the environment."));
        }

        Take(there, others);
        Take(here, others);
        TakeEnvironment(others);
        TakeCommandLine(others);
        CheckNames(there.Concat(here).Select(e => (e.Name, e.Origin)));
        CheckNames(_sources.Environment.Keys.Select(n => (n, $"environment {n}")));
        return new SettingsResult(
            Typed(home), [.. SettingTable.All.Select(s => _values[s.Name])], _problems, Variables(there, here));
    }

    private void TakeDefaults()
    {
        foreach (var setting in SettingTable.All)
        {
            var value = setting == SettingTable.Home ? HomeFolder.Default(_sources.Environment) : setting.Default;
            _values[setting.Name] = new SettingValue(setting, value, "default");
        }
    }

    private void Take(IEnumerable<DotEnvEntry> entries, SettingDescriptor[] settings)
    {
        foreach (var entry in entries)
        {
            if (settings.FirstOrDefault(s => s.EnvironmentName == entry.Name) is { } setting)
            {
                Take(setting, entry.Value, entry.Origin);
            }
        }
    }

    private void TakeEnvironment(SettingDescriptor[] settings)
    {
        foreach (var setting in settings)
        {
            if (_sources.Environment.TryGetValue(setting.EnvironmentName, out var value) && value.Length > 0)
            {
                Take(setting, value, $"environment {setting.EnvironmentName}");
            }
        }
    }

    private void TakeCommandLine(SettingDescriptor[] settings)
    {
        foreach (var setting in settings)
        {
            if (_sources.CommandLine.TryGetValue(setting.Name, out var value))
            {
                Take(setting, value, $"command line {setting.OptionName}");
            }
        }
    }

    private void TakeYaml(string path)
    {
        foreach (var entry in SettingsFile.Read(path, _problems))
        {
            if (SettingTable.Find(entry.Name) is { } setting && setting != SettingTable.Home)
            {
                Take(setting, entry.Value, entry.Origin);
                continue;
            }

            var fix = entry.Name == "home"
                ? "Set TRAWL_HOME or use --home."
                : SettingNames.Suggestion(entry.Name, SettingTable.All.Select(s => s.Name).Where(n => n != "home"));
            _problems.Add(new SettingProblem(entry.Origin, $"\"{entry.Name}\" is no setting of this file.", fix));
        }
    }

    private void Take(SettingDescriptor setting, string value, string origin)
    {
        if (setting.Accepts(value))
        {
            _values[setting.Name] = new SettingValue(setting, value, origin);
            return;
        }

        _problems.Add(new SettingProblem(
            origin, $"\"{(setting.IsSecret ? "(secret)" : value)}\" cannot be the value of \"{setting.Name}\".", $"Give it {setting.Rule}."));
    }

    /// <summary>A variable that is nearly one of ours is a slip; any other may be somebody's own.</summary>
    private void CheckNames(IEnumerable<(string Name, string Origin)> names)
    {
        var known = SettingTable.All.Select(s => s.EnvironmentName).ToArray();
        foreach (var (name, origin) in names)
        {
            if (name.StartsWith("TRAWL_", StringComparison.Ordinal)
                && !known.Contains(name)
                && SettingNames.Nearest(name, known) is { } nearest)
            {
                _problems.Add(new SettingProblem(origin, $"\"{name}\" is no setting.", $"Did you mean \"{nearest}\"?"));
            }
        }
    }

    private TrawlSettings Typed(string home) => new()
    {
        Home = home,
        Contact = _values["contact"].Value,
        UserAgent = _values["userAgent"].Value,
        Browser = _values["browser"].Value,
        Color = _values["color"].Value!,
        LogLevel = _values["logLevel"].Value!,
        MaxConcurrency = int.Parse(_values["maxConcurrency"].Value!, CultureInfo.InvariantCulture),
        MaxHostConcurrency = int.Parse(_values["maxHostConcurrency"].Value!, CultureInfo.InvariantCulture),
        MinFreeDisk = int.Parse(_values["minFreeDisk"].Value!, CultureInfo.InvariantCulture),
        Server = _values["server"].Value is { } server ? new Uri(server) : null,
        Token = _values["token"].Value,
        ServerFingerprint = _values["serverFingerprint"].Value,
    };

    private Dictionary<string, string> Variables(IReadOnlyList<DotEnvEntry> there, IReadOnlyList<DotEnvEntry> here)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in there.Concat(here))
        {
            variables[entry.Name] = entry.Value;
        }

        foreach (var (name, value) in _sources.Environment)
        {
            variables[name] = value;
        }

        return variables;
    }
}
