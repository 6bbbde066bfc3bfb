using Trawl.Api;

namespace Trawl.Server.Journals;

/// <summary>The feeds of runs that somebody follows; those that nobody does are forgotten.</summary>
internal sealed class JournalFeeds(ITrawlClient client, TimeProvider clock)
{
    private readonly Dictionary<string, (JournalFeed Feed, int Users)> _feeds = [];

    public JournalFeed Take(string runId)
    {
        lock (_feeds)
        {
            var (feed, users) = _feeds.TryGetValue(runId, out var known) ? known : (new JournalFeed(client, runId, clock), 0);
            _feeds[runId] = (feed, users + 1);
            return feed;
        }
    }

    public void Return(string runId)
    {
        lock (_feeds)
        {
            var (feed, users) = _feeds[runId];
            if (users == 1)
            {
                _feeds.Remove(runId);
            }
            else
            {
                _feeds[runId] = (feed, users - 1);
            }
        }
    }
}
