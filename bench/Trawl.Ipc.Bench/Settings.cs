using System.Globalization;

namespace Trawl.Ipc.Bench;

/// <summary>A command and its options: <c>--name value</c>, or <c>--name</c> alone.</summary>
internal sealed class Settings
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    internal Settings(string[] args)
    {
        Command = args.Length > 0 ? args[0] : "";
        for (var i = 1; i < args.Length; i++)
        {
            var hasValue = i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal);
            _values[args[i].TrimStart('-')] = hasValue ? args[++i] : "";
        }
    }

    internal string Command { get; }

    /// <summary>Everything once and briefly: shows that it works, measures nothing.</summary>
    internal bool IsSmoke => _values.ContainsKey("smoke");

    internal bool Busy => _values.ContainsKey("busy");

    /// <summary>Adds to the results of earlier runs instead of replacing them.</summary>
    internal bool More => _values.ContainsKey("more");

    internal int Rounds => Number("rounds", IsSmoke ? 1 : 5);

    internal double Seconds => Real("seconds", IsSmoke ? 0.02 : 0.4);

    internal double WarmSeconds => Real("warm", IsSmoke ? 0.02 : 3);

    /// <summary>Names of the only rivals to run; empty for all.</summary>
    internal string[] Only => Text("only")?.Split(',') ?? [];

    /// <summary>The folder for results.</summary>
    internal string Results => Text("results") ?? Path.Combine("bench", "Trawl.Ipc.Bench", "results");

    internal string? Text(string name) => _values.GetValueOrDefault(name);

    internal int Number(string name, int otherwise) =>
        Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    internal double Real(string name, double otherwise) =>
        Text(name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
