using Trawl.Load.Tool;

namespace Trawl.Load.Commands;

/// <summary>A recorded crawl and its replay.</summary>
internal sealed record ReplayPair(ToolRun Crawl, ToolRun Replay)
{
    internal double Pages => Replay.Number("pages");

    /// <summary>From the run's first page to its end, as the tool says it.</summary>
    internal double CrawlSeconds => Crawl.Number("durationSeconds");

    /// <summary>The same of the replay, its preparation included.</summary>
    internal double ReplaySeconds => Replay.Number("seconds");
}
