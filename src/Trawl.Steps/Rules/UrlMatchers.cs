using Trawl.Web.Urls;

namespace Trawl.Steps.Rules;

/// <summary>Makes matchers of a plan's patterns.</summary>
internal static class UrlMatchers
{
    /// <summary>A matcher, or null for no patterns at all.</summary>
    /// <exception cref="ArgumentException">A pattern is wrong: the plan was not validated.</exception>
    public static UrlMatcher? Of(IReadOnlyList<string> patterns) =>
        patterns.Count == 0 ? null : new UrlMatcher([.. patterns.Select(Parse)]);

    private static UrlPattern Parse(string text) =>
        UrlPattern.TryParse(text, out var pattern, out var error) ? pattern : throw new ArgumentException(error.Message, nameof(text));
}
