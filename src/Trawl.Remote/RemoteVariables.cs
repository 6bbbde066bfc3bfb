using System.Text.RegularExpressions;
using Trawl.Api.Pipelines;

namespace Trawl.Remote;

/// <summary>The variables that go with a pipeline: those its text names.</summary>
internal static partial class RemoteVariables
{
    public static PipelineSource With(this PipelineSource source, IReadOnlyDictionary<string, string> variables) =>
        source with { Environment = source.Environment ?? Named(source.Text, variables) };

    private static Dictionary<string, string> Named(string text, IReadOnlyDictionary<string, string> variables) =>
        Placeholder().Matches(text).Select(m => m.Groups[1].Value).Distinct().Where(variables.ContainsKey)
            .ToDictionary(name => name, name => variables[name]);

    [GeneratedRegex(@"\$\{env:([^}:]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
