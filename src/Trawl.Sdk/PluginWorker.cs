using Trawl.Sdk.Working;

namespace Trawl.Sdk;

/// <summary>The main loop of a worker: what a plugin's <c>Main</c> calls.</summary>
public static class PluginWorker
{
    /// <summary>
    /// Connects to the engine that started this process, does what it asks, and returns when it has no more to ask or is gone.
    /// </summary>
    /// <param name="configure">Says what the plugin does.</param>
    /// <returns>The exit code for <c>Main</c>: 0, or 1 when there is no engine to work for.</returns>
    public static int Run(Action<PluginBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = new PluginBuilder();
        configure(builder);
        if (EngineLine.Read(Console.OpenStandardInput()) is not { } start)
        {
            Console.Error.WriteLine("This is a worker of Trawl: it is started by an engine. Try \"trawl plugin check\" or \"trawl plugin run\".");
            return 1;
        }

        return WorkerLoop.Run(start, builder.Parts);
    }
}
