using Spectre.Console;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Progress;

/// <summary>A bar for work whose size is known, on a terminal; elsewhere nothing.</summary>
internal static class ShareBar
{
    /// <summary>Does the work and shows how far it is.</summary>
    /// <param name="talk">stderr.</param>
    /// <param name="what">What is done, as in "Packing".</param>
    /// <param name="work">The work; tells the share that is done, 0 to 1.</param>
    public static async Task<T> RunAsync<T>(Talk talk, string what, Func<Action<double>, Task<T>> work)
    {
        if (!talk.IsLive)
        {
            return await work(static _ => { });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.No,
        });
        return await console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var task = context.AddTask(what, maxValue: 1);
            return await Task.Run(() => work(share => task.Value = share));
        });
    }
}
