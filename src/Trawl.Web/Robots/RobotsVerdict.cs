namespace Trawl.Web.Robots;

/// <summary>Whether a robot may fetch a path, and by which line.</summary>
/// <param name="Allowed">True when it may.</param>
/// <param name="Rule">
/// The deciding line's key and value, such as <c>Disallow: /private</c>; null when no rule matched.
/// </param>
/// <param name="Line">The number of that line, from 1; 0 when no rule matched.</param>
/// <param name="Group">
/// The product token or <c>*</c> whose rules were used; null when no group is for the robot.
/// </param>
public readonly record struct RobotsVerdict(bool Allowed, string? Rule, int Line, string? Group);
