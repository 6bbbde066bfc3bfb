namespace Trawl.Web.Robots;

/// <summary>What became of the request for robots.txt (RFC 9309 §2.3.1).</summary>
public enum RobotsFetchKind
{
    /// <summary>The file was read; its rules apply.</summary>
    Rules,

    /// <summary>The server says there is none (4xx): everything is allowed.</summary>
    Unavailable,

    /// <summary>Nobody knows (5xx, no connection, no end of redirects): everything is disallowed.</summary>
    Unreachable,
}
