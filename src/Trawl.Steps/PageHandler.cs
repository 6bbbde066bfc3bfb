using System.Collections.Concurrent;
using Trawl.Engine.Seams.Pages;
using Trawl.Model.Plans;
using Trawl.Steps.Rules;
using Trawl.Steps.Selecting;

namespace Trawl.Steps;

/// <summary>
/// Applies a plan's page rules to fetched pages. Everything is compiled once a run; a page is decoded and parsed at
/// most once, and all CSS selectors of the rules that fit it are evaluated in one walk.
/// </summary>
public sealed partial class PageHandler : IPageHandler
{
    private const int MostGroups = 1024;

    private readonly CompiledRule[] _rules;
    private readonly SelectorCompiler _selectors = new();
    private readonly ConcurrentDictionary<UInt128, RuleGroup> _groups = new();
    private readonly ConcurrentBag<PageWork> _free = [];

    /// <summary>Compiles the rules of a validated plan.</summary>
    /// <exception cref="ArgumentException">A selector, pattern or transform of the plan is wrong: it was not validated.</exception>
    public PageHandler(PipelinePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _rules = [.. plan.Pages.Select(rule => new CompiledRule(rule, plan, _selectors))];
    }

    /// <inheritdoc/>
    public ValueTask<PageOutcome> HandleAsync(FetchedPage page, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Handle(page, cancellationToken));
    }

    /// <summary><see cref="HandleAsync"/>, which in truth never waits.</summary>
    public PageOutcome Handle(FetchedPage page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (!_free.TryTake(out var work)) work = new PageWork();
        try
        {
            work.View.Open(page);
            return Handle(work, cancellationToken);
        }
        finally
        {
            work.Close();
            _free.Add(work);
        }
    }

    private PageOutcome Handle(PageWork work, CancellationToken cancellationToken)
    {
        var view = work.View;
        var declared = view.DeclaredType();
        if (declared is null && view.Decode() is { } broken) return new PageOutcome { Error = broken };
        var essence = declared ?? view.Sniff();
        if (GroupFor(view.Url, essence) is not { } group) return new PageOutcome();
        if (group.NeedsBody && (view.Decode() ?? view.Parse(essence)) is { } error) return new PageOutcome { Error = error };
        view.Select(group.Selectors, _selectors.Base);
        return Apply(work, group, cancellationToken);
    }

    private static PageOutcome Apply(PageWork work, RuleGroup group, CancellationToken cancellationToken)
    {
        var names = group.HasConditions ? new List<string>(group.Rules.Length) : null;
        foreach (var rule in group.Rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (rule.Condition is { } condition && condition.Count(work.View, Found.Page) == 0) continue;
            names?.Add(rule.Name);
            work.Apply(rule);
        }

        return work.Finish(names ?? (IReadOnlyList<string>)group.Names);
    }

    /// <summary>The rules that fit; null when none does.</summary>
    private RuleGroup? GroupFor(Web.Urls.WebUrl url, string essence)
    {
        var bits = UInt128.Zero;
        var any = false;
        for (var i = 0; i < _rules.Length; i++)
        {
            if (!_rules[i].MatchesUrl(url) || !_rules[i].MatchesType(essence)) continue;
            any = true;
            if (i < 128) bits |= UInt128.One << i;
        }

        if (!any) return null;
        // Combinations of more rules than bits, or more combinations than are worth keeping, are put together each time.
        if (_rules.Length > 128) return Fitting(url, essence);
        if (_groups.TryGetValue(bits, out var group)) return group;
        group = Fitting(url, essence);
        if (_groups.Count < MostGroups) _groups.TryAdd(bits, group);
        return group;
    }

    private RuleGroup Fitting(Web.Urls.WebUrl url, string essence) =>
        new([.. _rules.Where(rule => rule.MatchesUrl(url) && rule.MatchesType(essence))], _selectors);
}
