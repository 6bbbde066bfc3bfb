namespace Trawl.Load.Commands;

/// <summary>Which parts of a crawl are the real ones.</summary>
internal sealed record CrawlVariant(string Name, bool Stores, bool Durable, bool Parses)
{
    internal static CrawlVariant Full { get; } = new("durable", true, true, true);

    internal static CrawlVariant NotDurable { get; } = new("not durable", true, false, true);

    internal static CrawlVariant NoStore { get; } = new("no store", false, false, true);

    internal static CrawlVariant NoParsing { get; } = new("durable, no parsing", true, true, false);

    internal static CrawlVariant Neither { get; } = new("no store, no parsing", false, false, false);

    internal static IReadOnlyList<CrawlVariant> All { get; } = [Full, NotDurable, NoStore, NoParsing, Neither];
}
