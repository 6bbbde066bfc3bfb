namespace Trawl.Web.Urls;

/// <summary>Where the components lie in a serialised URL. -1 means "absent".</summary>
/// <remarks>
/// <code>
/// https://user:pass@example.com:8080/a/b?q#f
///      |   |       |           |    |   | |
///      |   |       HostStart   |    |   | FragmentStart
///      |   UsernameEnd    HostEnd   |   QueryStart
///      SchemeEnd                    PathStart
/// </code>
/// Without credentials UsernameEnd equals HostStart. Without a host, UsernameEnd, HostStart and HostEnd all follow the
/// ':'.
/// </remarks>
internal struct UrlParts
{
    public int SchemeEnd;
    public int UsernameEnd;
    public int HostStart;
    public int HostEnd;
    public int PathStart;
    public int QueryStart;
    public int FragmentStart;
    public int Port;
    public SchemeKind Kind;
    public bool HasHost;
    public bool HasOpaquePath;
}
