using Trawl.Engine.Seams.Plugins;

namespace Trawl.Enrich;

/// <summary>What came of a question.</summary>
/// <param name="Text">The answer, JSON; null when there is none.</param>
/// <param name="Fault">Why there is none.</param>
/// <param name="Tokens">Tokens that a model read and wrote for it.</param>
public sealed record Answer(string? Text, PluginFault? Fault = null, long Tokens = 0)
{
    /// <summary>There is none.</summary>
    internal static Answer Failed(string code, string message, bool suspendsRun = false) => new(null, new PluginFault(code, message, suspendsRun));
}
