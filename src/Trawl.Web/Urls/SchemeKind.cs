namespace Trawl.Web.Urls;

/// <summary>The special schemes of the URL standard; every other scheme is <see cref="Other"/>.</summary>
internal enum SchemeKind : byte
{
    Other,
    Http,
    Https,
    Ws,
    Wss,
    Ftp,
    File,
}
