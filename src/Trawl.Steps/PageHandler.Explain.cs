using Trawl.Engine.Seams.Pages;
using Trawl.Steps.Content;
using Trawl.Steps.Explaining;
using Trawl.Steps.Rules;
using Trawl.Steps.Selecting;

namespace Trawl.Steps;

/// <content>Says why a page gave what it gave.</content>
public sealed partial class PageHandler
{
    /// <summary>
    /// One finding a rule, in plan order. A page that cannot be decoded or parsed is said so in the reason of every
    /// rule that needed its body.
    /// </summary>
    public IReadOnlyList<RuleFinding> Explain(FetchedPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        using var work = new PageWork();
        var view = work.View;
        view.Open(page);
        try
        {
            var error = view.Decode();
            var essence = view.DeclaredType() ?? (error is null ? view.Sniff() : "application/octet-stream");
            error ??= view.Parse(essence);
            view.Select(new RuleGroup(_rules, _selectors).Selectors, _selectors.Base);
            return [.. _rules.Select(rule => Find(rule, view, essence, error))];
        }
        finally
        {
            work.Close();
        }
    }

    private static RuleFinding Find(CompiledRule rule, PageView view, string essence, PageError? error)
    {
        if (!rule.MatchesUrl(view.Url)) return No(rule, $"No URL pattern of the rule matches \"{view.Url}\".");
        if (!rule.MatchesType(essence)) return No(rule, $"The content type \"{essence}\" is none of the rule's.");
        if (rule.NeedsBody && error is not null) return No(rule, error.Message);
        var found = SelectorCounts.Of(rule, view);
        var isMissing = rule.Condition is { } condition && condition.Count(view, Found.Page) == 0;
        return isMissing
            ? new RuleFinding(rule.Name, false, $"The selector \"{rule.Condition!.Spec.Text}\" finds nothing.", found)
            : new RuleFinding(rule.Name, true, null, found);
    }

    private static RuleFinding No(CompiledRule rule, string reason) => new(rule.Name, false, reason, []);
}
