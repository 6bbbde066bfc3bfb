using Trawl.Engine.Seams.Plugins;

namespace Trawl.Plugins.Workers;

/// <summary>What came of a job.</summary>
/// <param name="Value">The answer; null when there is none.</param>
/// <param name="Fault">Why there is none.</param>
/// <param name="Worker">Number of the worker that answered.</param>
internal sealed record JobResult<T>(T? Value, PluginFault? Fault, int Worker) where T : class;
