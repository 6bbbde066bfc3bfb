namespace Trawl.Warc.Reading;

/// <summary>How the reading of a head ended.</summary>
internal enum HeadEnd
{
    BlankLine,
    Truncated,
    TooLarge,
}
