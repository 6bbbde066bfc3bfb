using Trawl.Cli.Terminal;

namespace Trawl.Cli.Progress;

internal static class ProgressViews
{
    /// <summary>A panel where one can be drawn, else plain lines.</summary>
    public static IProgressView Choose(Talk talk, TimeProvider clock) =>
        talk.IsLive ? new LivePanel(talk, clock) : new PlainProgress(talk);
}
