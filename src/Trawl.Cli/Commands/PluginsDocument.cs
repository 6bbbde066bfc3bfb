using Trawl.Hosting.Plugins;

namespace Trawl.Cli.Commands;

internal sealed record PluginsDocument(IReadOnlyList<PluginSummary> Plugins);
