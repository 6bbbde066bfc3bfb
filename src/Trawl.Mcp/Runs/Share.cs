using ModelContextProtocol;
using Trawl.Mcp.Calling;

namespace Trawl.Mcp.Runs;

/// <summary>Tells a client the share of some work that is done, a percent at a time.</summary>
internal static class Share
{
    public static Action<double> Teller(ToolCall call)
    {
        if (call.Progress is not { } tell)
        {
            return _ => { };
        }

        var told = 0;
        return share =>
        {
            var (percent, before) = ((int)(share * 100), Volatile.Read(ref told));
            if (percent > before && Interlocked.CompareExchange(ref told, percent, before) == before)
            {
                // A client that has gone is no reason to stop.
                _ = tell(new ProgressNotificationValue { Progress = percent, Total = 100 });
            }
        };
    }
}
