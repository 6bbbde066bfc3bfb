namespace Trawl.Warc;

/// <summary>What was wrong with the lines of a head.</summary>
[Flags]
internal enum FieldFaults
{
    None = 0,
    BadLine = 1,
    Folded = 2,
    BareLineFeed = 4,
}
