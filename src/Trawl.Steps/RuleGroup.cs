using Trawl.Steps.Rules;
using Trawl.Steps.Selecting;

namespace Trawl.Steps;

/// <summary>The rules that fit a page by URL and content type, and what they need of it.</summary>
internal sealed class RuleGroup
{
    public RuleGroup(CompiledRule[] rules, SelectorCompiler selectors)
    {
        Rules = rules;
        Names = [.. rules.Select(rule => rule.Name)];
        NeedsBody = rules.Any(rule => rule.NeedsBody);
        HasConditions = rules.Any(rule => rule.Condition is not null);
        Selectors = new SelectorBatch(selectors.Shared, rules.SelectMany(rule => rule.Css).Prepend(selectors.Base));
    }

    public CompiledRule[] Rules { get; }

    public string[] Names { get; }

    public bool NeedsBody { get; }

    public bool HasConditions { get; }

    public SelectorBatch Selectors { get; }
}
