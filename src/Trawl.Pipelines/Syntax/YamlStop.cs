using Trawl.Pipelines.Diagnostics;

namespace Trawl.Pipelines.Syntax;

/// <summary>
/// Ends reading at an error behind which nothing can be trusted; never leaves <see cref="YamlReader"/>.
/// </summary>
internal sealed class YamlStop(DiagnosticRule rule, int index, string message) : Exception(message)
{
    public DiagnosticRule Rule { get; } = rule;

    public int Index { get; } = index;
}
