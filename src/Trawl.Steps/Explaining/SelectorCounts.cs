using Trawl.Steps.Content;
using Trawl.Steps.Fields;
using Trawl.Steps.Records;
using Trawl.Steps.Rules;
using Trawl.Steps.Selecting;

namespace Trawl.Steps.Explaining;

/// <summary>Asks every selector of a rule how much it finds.</summary>
internal static class SelectorCounts
{
    public static List<SelectorFinding> Of(CompiledRule rule, PageView view)
    {
        var findings = new List<SelectorFinding>();
        if (rule.Condition is { } condition) Add(findings, "condition", condition, view, [Found.Page]);
        foreach (var step in rule.Follow) Add(findings, "follow", step.Selector, view, [Found.Page]);
        foreach (var step in rule.Extract) AddStep(findings, step, view);
        return findings;
    }

    private static void AddStep(List<SelectorFinding> findings, CompiledExtract step, PageView view)
    {
        var scopes = new List<Found> { Found.Page };
        if (step.Each is { } each)
        {
            Add(findings, step.Record, each, view, scopes);
            scopes = Below(each, scopes, view);
        }

        foreach (var field in step.Fields) AddField(findings, step.Record, field, view, scopes);
    }

    private static void AddField(
        List<SelectorFinding> findings, string record, CompiledField field, PageView view, List<Found> scopes)
    {
        foreach (var selector in field.Selectors) Add(findings, $"{record}.{field.Path}", selector, view, scopes);
        if (field.Fields.Length == 0) return;
        var below = field.Selectors.Length == 0 ? scopes : [.. field.Selectors.SelectMany(selector => Below(selector, scopes, view))];
        foreach (var child in field.Fields) AddField(findings, record, child, view, below);
    }

    private static void Add(List<SelectorFinding> findings, string use, ItemSelector selector, PageView view, List<Found> scopes)
    {
        var count = 0;
        foreach (var scope in scopes) count += selector.Count(view, scope);
        findings.Add(new SelectorFinding(use, selector.Spec, count));
    }

    private static List<Found> Below(ItemSelector selector, List<Found> scopes, PageView view)
    {
        var found = new List<Found>();
        foreach (var scope in scopes) selector.Find(view, scope, found);
        return found;
    }
}
