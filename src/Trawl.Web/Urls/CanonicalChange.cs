namespace Trawl.Web.Urls;

/// <summary>What one rule of <see cref="CanonicalRules"/> did to a URL.</summary>
/// <param name="Rule">The name of the property of <see cref="CanonicalRules"/>.</param>
/// <param name="Before">The URL as the rule found it.</param>
/// <param name="After">The URL as the rule left it.</param>
public sealed record CanonicalChange(string Rule, string Before, string After);
