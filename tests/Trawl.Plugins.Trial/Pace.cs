using Trawl.Sdk;

namespace Trawl.Plugins.Trial;

/// <summary>Takes its time, so that a worker can be met at work.</summary>
internal static class Pace
{
    public static void Keep(PluginContext context) => Thread.Sleep((int)(context.Settings.Integer("pace") ?? 0));
}
