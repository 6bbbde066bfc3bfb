using System.Text.Json.Serialization;

namespace Trawl.Api.Runs;

/// <summary>Stops a run so that it can be resumed.</summary>
/// <param name="RunId">The run.</param>
/// <param name="AtOnce">
/// False: nothing new begins, what is under way is finished and saved. True: exchanges under way are broken off and
/// their requests go back to the frontier.
/// </param>
/// <param name="WithinSeconds">
/// How long what is under way may take, 0 to 3600; then it is broken off as with <paramref name="AtOnce"/>. Null for
/// <see cref="UsualGrace"/>. Of two stops the later one counts.
/// </param>
public sealed record StopRunRequest(string RunId, bool AtOnce = false, double? WithinSeconds = null)
{
    /// <summary>Seconds that a stop waits for what is under way, unless told otherwise.</summary>
    public const double UsualGrace = 10;

    /// <summary>The longest that a stop can be told to wait, in seconds.</summary>
    public const double LongestGrace = 3600;

    /// <summary>The time that what is under way has.</summary>
    [JsonIgnore]
    public TimeSpan Within => TimeSpan.FromSeconds(WithinSeconds ?? UsualGrace);
}
