namespace Trawl.Api.Explaining;

/// <summary>What one canonicalisation rule did.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Before">The URL as the rule found it.</param>
/// <param name="After">The URL as it left it.</param>
public sealed record SpellingChange(string Rule, string Before, string After);
