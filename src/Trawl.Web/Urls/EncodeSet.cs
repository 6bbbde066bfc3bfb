namespace Trawl.Web.Urls;

/// <summary>
/// The percent-encode sets and forbidden code points of the URL standard (§1.3, §3.1), as bits of one table.
/// </summary>
[Flags]
internal enum EncodeSet : byte
{
    None = 0,
    Fragment = 1,
    Query = 2,
    SpecialQuery = 4,
    Path = 8,
    UserInfo = 16,
    C0Control = 32,
    ForbiddenHost = 64,
    ForbiddenDomain = 128,
}
