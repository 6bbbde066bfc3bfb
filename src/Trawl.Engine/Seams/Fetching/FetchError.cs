using Trawl.Model.Errors;

namespace Trawl.Engine.Seams.Fetching;

/// <summary>A failed exchange. The message is for people; the kind decides.</summary>
public sealed record FetchError(FetchErrorKind Kind, string Message)
{
    /// <summary>What went wrong, in one line: a recording keeps lines, and a replay must read what the run had.</summary>
    public string Message { get; init; } = Message.ReplaceLineEndings(" ").Trim();

    /// <summary>Whether another attempt could succeed: a body that is too large, a bad certificate or a gap in an archive stays so.</summary>
    public bool IsTransient => Kind is not (FetchErrorKind.TooLarge or FetchErrorKind.Tls or FetchErrorKind.NotRecorded
        or FetchErrorKind.Egress or FetchErrorKind.ArchiveDamaged or FetchErrorKind.Login);

    public string Code => Kind switch
    {
        FetchErrorKind.Dns => ErrorCode.FetchDns,
        FetchErrorKind.Connect => ErrorCode.FetchConnect,
        FetchErrorKind.Tls => ErrorCode.FetchTls,
        FetchErrorKind.Timeout => ErrorCode.FetchTimeout,
        FetchErrorKind.Reset => ErrorCode.FetchReset,
        FetchErrorKind.TooLarge => ErrorCode.FetchTooLarge,
        FetchErrorKind.NotRecorded => ErrorCode.FetchNotRecorded,
        FetchErrorKind.Egress => ErrorCode.FetchEgress,
        FetchErrorKind.ArchiveDamaged => ErrorCode.FetchArchiveDamaged,
        FetchErrorKind.Browser => ErrorCode.FetchBrowser,
        FetchErrorKind.Proxy => ErrorCode.ProxyFailed,
        FetchErrorKind.Login => ErrorCode.LoginRefused,
        _ => ErrorCode.FetchProtocol,
    };
}
