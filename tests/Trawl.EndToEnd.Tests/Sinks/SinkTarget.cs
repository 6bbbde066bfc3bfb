using System.Text.Json;
using Trawl.Tests.Shared;

namespace Trawl.EndToEnd.Tests.Sinks;

/// <summary>Where the records of a run go, and what is there now.</summary>
internal abstract class SinkTarget
{
    private static readonly string s_configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>The plugin's entry under <c>plugins</c>, as a map in one line.</summary>
    public abstract string Use { get; }

    /// <summary>Values of secrets.</summary>
    public virtual (string Name, string Value)[] Environment => [];

    /// <summary>What is there, in the order in which it was sent: a key for each record. Empty when there is nothing yet.</summary>
    public abstract IReadOnlyList<string> Rows();

    /// <summary>Makes it as if no run had ever been there.</summary>
    public abstract void Clear();

    /// <summary>The keys of a dataset's products and reviews, in the order in which sinks get them.</summary>
    public static IReadOnlyList<string> Expected(string runFolder) =>
        [.. Lines(runFolder, "product").Select(line => Key(line, "sku")), .. Lines(runFolder, "review").Select(line => Key(line, "id"))];

    protected static string BuiltPlugin(string name) => Repository.PathOf("artifacts", "bin", name, s_configuration);

    protected static string KeyOf(string line) => line.Contains("\"stars\":", StringComparison.Ordinal) ? Key(line, "id") : Key(line, "sku");

    private static string[] Lines(string runFolder, string type) => File.ReadAllLines(Path.Combine(runFolder, "datasets", type + ".jsonl"));

    private static string Key(string line, string field)
    {
        using var json = JsonDocument.Parse(line);
        return $"{field} {json.RootElement.GetProperty(field).GetString()}";
    }
}
