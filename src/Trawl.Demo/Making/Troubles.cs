using Trawl.Demo.Data;

namespace Trawl.Demo.Making;

/// <summary>Where the shop misbehaves: by position, so that every seed has the same number of each.</summary>
internal static class Troubles
{
    /// <summary>Products that were removed and are still linked to: 404.</summary>
    public static readonly string[] Missing =
        ["/p/901-tin-whistle", "/p/902-butter-churn", "/p/903-clay-pipe", "/blog/lost-and-found"];

    /// <summary>Products that were removed on purpose: 410.</summary>
    public static readonly string[] Gone = ["/p/951-lead-soldier", "/p/952-whalebone-comb", "/p/953-mercury-barometer"];

    public static readonly string[] Loop = ["/loop/a", "/loop/b", "/loop/c"];

    public static Trouble OfProduct(int index) => (index % 400) switch
    {
        137 => Trouble.AlwaysFails,
        61 or 261 => Trouble.FailsOnce,
        211 when index < 800 => Trouble.BusyOnce,
        87 or 327 => Trouble.Slow,
        333 => Trouble.NoTitle,
        377 => Trouble.BrokenPrice,
        19 => Trouble.OldEncoding,
        _ => Trouble.None,
    };

    public static Trouble OfArticle(int index) => (index % 20) switch
    {
        4 => Trouble.OldEncoding,
        9 => Trouble.Slow,
        14 => Trouble.FailsOnce,
        _ => Trouble.None,
    };
}
