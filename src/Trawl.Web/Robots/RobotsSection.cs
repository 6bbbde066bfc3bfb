namespace Trawl.Web.Robots;

/// <summary>One group as it stands in the file.</summary>
internal sealed class RobotsSection
{
    public List<string> Agents { get; } = [];

    public List<RobotsRule> Rules { get; } = [];

    public TimeSpan? CrawlDelay { get; set; }

    public bool IsFor(string agent) => Agents.Contains(agent, StringComparer.OrdinalIgnoreCase);
}
