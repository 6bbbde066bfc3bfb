namespace Trawl.Steps.Content;

/// <summary>What one page may give. Real pages stay far below; a page made to fill the disk does not.</summary>
internal static class PageLimits
{
    /// <summary>Links of one page.</summary>
    public const int Links = 100_000;

    /// <summary>Records of one page.</summary>
    public const int Records = 100_000;

    /// <summary>Values of one list, and matches of one regular expression.</summary>
    public const int Values = 100_000;

    /// <summary>Characters of one value.</summary>
    public const int ValueLength = 1 << 20;

    /// <summary>Characters of all values of a page: nested elements have the same text again and again.</summary>
    public const long PageLength = 64L << 20;
}
