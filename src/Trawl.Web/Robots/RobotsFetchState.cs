using System.Globalization;

namespace Trawl.Web.Robots;

/// <summary>
/// The outcome of fetching a host's robots.txt, and what it means for that host (RFC 9309 §2.3.1). Immutable.
/// </summary>
public sealed class RobotsFetchState
{
    private const int TooManyRequests = 429;

    private RobotsFetchState(RobotsFetchKind kind, RobotsRules rules, string reason)
    {
        Kind = kind;
        Rules = rules;
        Reason = reason;
    }

    /// <summary>How long a state may be used before it must be fetched again: 24 hours (RFC 9309 §2.4).</summary>
    public static TimeSpan MaxAge { get; } = TimeSpan.FromHours(24);

    /// <summary>How many redirects in a row to follow: five (RFC 9309 §2.3.1.2).</summary>
    public static int MaxRedirects => 5;

    /// <summary>Which of the three cases.</summary>
    public RobotsFetchKind Kind { get; }

    /// <summary>The rules; empty unless <see cref="Kind"/> is <see cref="RobotsFetchKind.Rules"/>.</summary>
    public RobotsRules Rules { get; }

    /// <summary>One line for people: <c>robots.txt answered 404: everything is allowed</c>.</summary>
    public string Reason { get; }

    /// <summary>The state after the last response, redirects followed.</summary>
    /// <param name="status">
    /// The HTTP status. 2xx: rules. 4xx: unavailable, but 429 counts as unreachable, because a server that asks to be
    /// left
    /// alone has not said that it has no rules. All else, a redirect that was not followed too: unreachable.
    /// </param>
    /// <param name="body">The body, without content coding; read only when the status is 2xx.</param>
    public static RobotsFetchState FromResponse(int status, ReadOnlySpan<byte> body)
    {
        string answer = string.Create(CultureInfo.InvariantCulture, $"robots.txt answered {status}");
        return status switch
        {
            >= 200 and < 300 =>
                new RobotsFetchState(RobotsFetchKind.Rules, RobotsRules.Parse(body), $"{answer}: its rules apply"),
            >= 400 and < 500 and not TooManyRequests =>
                new RobotsFetchState(
                    RobotsFetchKind.Unavailable, RobotsRules.Empty, $"{answer}: everything is allowed"),
            _ => Unreachable(answer),
        };
    }

    /// <summary>The state when no response came.</summary>
    /// <param name="why">
    /// What happened, such as <c>too many redirects</c>; becomes part of <see cref="Reason"/>.
    /// </param>
    public static RobotsFetchState Unreachable(string why) =>
        new(RobotsFetchKind.Unreachable, RobotsRules.Empty, $"{why}: everything is disallowed until it can be read");

    /// <summary>Whether the robot may fetch the path.</summary>
    /// <param name="productToken">The robot's product token; letter case does not count.</param>
    /// <param name="pathAndQuery">Path and query as in the request line: <c>/a?b</c>.</param>
    public RobotsVerdict Check(string productToken, ReadOnlySpan<char> pathAndQuery) =>
        Kind == RobotsFetchKind.Unreachable
            ? new RobotsVerdict(false, null, 0, null) : Rules.Check(productToken, pathAndQuery);
}
