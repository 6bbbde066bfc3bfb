using System.Text.Json;
using Trawl.Engine.Seams.Plugins;

namespace Trawl.Enrich.Records;

/// <summary>One step of one type, for one record after another.</summary>
internal interface IStepWork
{
    /// <summary>What became of the record; or why its page fails.</summary>
    Task<(PluginItem Item, PluginFault? Fault)> RunAsync(JsonElement record, PluginPage page, CancellationToken cancellationToken);
}
