using System.CommandLine;

namespace Trawl.Cli.Commands;

/// <summary>What belongs to plugins outside of runs.</summary>
internal sealed class PluginCommand : Command
{
    public PluginCommand()
        : base("plugin", "Make, list, check and try plugins.")
    {
        Add(new PluginNewCommand());
        Add(new PluginListCommand());
        Add(new PluginCheckCommand());
        Add(new PluginRunCommand());
    }
}
