using System.CommandLine;
using Trawl.Cli.Terminal;
using Trawl.Hosting.Plugins;

namespace Trawl.Cli.Commands;

internal sealed class PluginListCommand : TrawlCommand
{
    public PluginListCommand()
        : base("list", "List the plugins in the folder \"plugins\" here and in the home.", "trawl plugin list")
    {
    }

    protected override Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var plugins = new PluginTools(session.Settings).List();
        if (session.IsJson)
        {
            session.Data.WriteJson(new PluginsDocument(plugins), CliJson.Readable.PluginsDocument);
        }
        else if (plugins.Count == 0)
        {
            session.Talk.Say($"There is no plugin. Make one with \"{session.Suggest("plugin", "new", "NAME")}\".");
        }
        else
        {
            session.Data.Write(Table(plugins));
        }

        return Task.FromResult(ExitCode.Ok);
    }

    private static TextTable Table(IReadOnlyList<PluginSummary> plugins)
    {
        var table = new TextTable(
            new TextColumn("plugin"), new TextColumn("version"), new TextColumn("does"), new TextColumn("settings", MayShrink: true),
            new TextColumn("needs", MayShrink: true));
        foreach (var plugin in plugins)
        {
            table.Add(
                plugin.Id ?? plugin.Folder, plugin.Version ?? "", Does(plugin),
                plugin.Problem ?? string.Join("; ", plugin.Settings), string.Join(", ", plugin.Needs));
        }

        return table;
    }

    private static string Does(PluginSummary plugin) =>
        string.Join(", ", plugin.Kinds.Select(kind => kind == "sink" ? $"sink ({plugin.Delivery})" : kind));
}
