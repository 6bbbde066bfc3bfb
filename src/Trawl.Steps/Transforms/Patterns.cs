using System.Text.RegularExpressions;

namespace Trawl.Steps.Transforms;

/// <summary>Regular expressions of a plan: linear in the text, whatever the page puts into it.</summary>
internal static class Patterns
{
    public static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Group 1 of a match, or all of it when the expression has no group.</summary>
    public static string? Value(Match match) => Group(match)?.Value;

    /// <summary>Group 1 of a match with its place, or all of it when the expression has no group.</summary>
    public static Capture? Group(Match match)
    {
        if (!match.Success) return null;
        if (match.Groups.Count == 1) return match;
        return match.Groups[1].Success ? match.Groups[1] : null;
    }
}
