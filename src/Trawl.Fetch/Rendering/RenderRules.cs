using Trawl.Model.Plans;
using Trawl.Web.Urls;

namespace Trawl.Fetch.Rendering;

/// <summary>Which rule of a plan says how a page is opened in a browser.</summary>
public sealed class RenderRules
{
    private readonly List<(PageRule Rule, UrlMatcher Urls)> _rules;

    public RenderRules(PipelinePlan plan) => _rules =
        [.. plan.Pages.Where(rule => rule.Render is not null).Select(rule => (rule, Matcher(rule.Urls)))];

    /// <summary>The first such rule whose URL patterns match; null when none does.</summary>
    public PageRule? Find(string url)
    {
        if (_rules.Count == 0 || !WebUrl.TryParse(url, out var parsed)) return null;
        foreach (var (rule, urls) in _rules)
        {
            if (rule.Urls.Count == 0 || urls.IsMatch(parsed)) return rule;
        }

        return null;
    }

    private static UrlMatcher Matcher(IReadOnlyList<string> patterns) =>
        new([.. patterns.Select(text => UrlPattern.TryParse(text, out var pattern, out _) ? pattern : null).OfType<UrlPattern>()]);
}
