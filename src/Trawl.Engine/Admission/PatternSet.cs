using Trawl.Web.Urls;

namespace Trawl.Engine.Admission;

/// <summary>Compiles the patterns of a checked plan.</summary>
internal static class PatternSet
{
    /// <exception cref="InvalidOperationException">A pattern is invalid: the plan was not checked.</exception>
    public static UrlMatcher Compile(IReadOnlyList<string> patterns) => new(patterns.Select(Parse));

    private static UrlPattern Parse(string text) =>
        UrlPattern.TryParse(text, out var pattern, out var error)
            ? pattern
            : throw new InvalidOperationException($"The plan's pattern '{text}' is invalid: {error.Message}");
}
