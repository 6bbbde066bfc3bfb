namespace Trawl.Warc.Packages;

/// <summary>A file as the zip's directory lists it (APPNOTE §4.3.12).</summary>
/// <param name="Name">Its path.</param>
/// <param name="IsStored">Whether its bytes stand as they are.</param>
/// <param name="CanRead">Whether it is stored or deflated, and not encrypted.</param>
/// <param name="HeaderOffset">Where its local header begins.</param>
/// <param name="StoredLength">Bytes in the zip.</param>
/// <param name="Length">Bytes when unpacked.</param>
internal sealed record ZipMember(
    string Name, bool IsStored, bool CanRead, long HeaderOffset, long StoredLength, long Length);
