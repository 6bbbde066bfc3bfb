using Trawl.Model.Plans;
using Trawl.Steps.Fields;
using Trawl.Steps.Links;
using Trawl.Steps.Records;
using Trawl.Steps.Selecting;
using Trawl.Web.Urls;

namespace Trawl.Steps.Rules;

/// <summary>A page rule ready to be applied.</summary>
internal sealed class CompiledRule
{
    private readonly UrlMatcher? _urls;
    private readonly ContentTypeMatch _types;

    public CompiledRule(PageRule rule, PipelinePlan plan, SelectorCompiler selectors)
    {
        Name = rule.Name;
        _urls = UrlMatchers.Of(rule.Urls);
        _types = new ContentTypeMatch(rule.ContentTypes);
        Condition = rule.Selector is null ? null : selectors.Compile(rule.Selector);
        Follow = [.. rule.Follow.Select(step => new CompiledFollow(step, rule.Name, selectors))];
        Extract = [.. rule.Extract.Where(step => step.Plugin is null).Select(step => new CompiledExtract(step, plan, selectors))];
        NeedsBody = Condition is not null || Follow.Length > 0 || Extract.Any(step => step.NeedsBody);
        Css = [.. AllSelectors().OfType<CssItems>().Where(css => css.Index >= 0).Select(css => css.Index).Distinct()];
    }

    public string Name { get; }

    public ItemSelector? Condition { get; }

    public CompiledFollow[] Follow { get; }

    public CompiledExtract[] Extract { get; }

    public bool NeedsBody { get; }

    /// <summary>Indices of the shared CSS selectors it uses.</summary>
    public int[] Css { get; }

    public bool MatchesUrl(WebUrl url) => _urls is null || _urls.IsMatch(url);

    public bool MatchesType(string essence) => _types.IsMatch(essence);

    private IEnumerable<ItemSelector> AllSelectors()
    {
        if (Condition is not null) yield return Condition;
        foreach (var step in Follow) yield return step.Selector;
        foreach (var step in Extract)
        {
            if (step.Each is not null) yield return step.Each;
            foreach (var selector in step.Fields.SelectMany(Below)) yield return selector;
        }
    }

    private static IEnumerable<ItemSelector> Below(CompiledField field) =>
        field.Selectors.Concat(field.Fields.SelectMany(Below));
}
