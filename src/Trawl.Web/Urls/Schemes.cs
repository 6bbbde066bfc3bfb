namespace Trawl.Web.Urls;

/// <summary>Facts about schemes (URL standard, "special scheme" and "default port").</summary>
internal static class Schemes
{
    public static SchemeKind KindOf(ReadOnlySpan<char> lowerCaseScheme) => lowerCaseScheme switch
    {
        "http" => SchemeKind.Http,
        "https" => SchemeKind.Https,
        "ws" => SchemeKind.Ws,
        "wss" => SchemeKind.Wss,
        "ftp" => SchemeKind.Ftp,
        "file" => SchemeKind.File,
        _ => SchemeKind.Other,
    };

    public static bool IsSpecial(this SchemeKind kind) => kind != SchemeKind.Other;

    /// <summary>-1 when the scheme has no default port.</summary>
    public static int DefaultPort(this SchemeKind kind) => kind switch
    {
        SchemeKind.Http or SchemeKind.Ws => 80,
        SchemeKind.Https or SchemeKind.Wss => 443,
        SchemeKind.Ftp => 21,
        _ => -1,
    };
}
