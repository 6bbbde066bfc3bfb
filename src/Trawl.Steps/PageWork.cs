using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;
using Trawl.Steps.Content;
using Trawl.Steps.Links;
using Trawl.Steps.Records;
using Trawl.Steps.Rules;
using Trawl.Steps.Selecting;

namespace Trawl.Steps;

/// <summary>The room one page is worked on in. One thread; used again for the next page.</summary>
internal sealed class PageWork : IDisposable
{
    private readonly LinkFollower _links = new();
    private readonly RecordBuilder _builder;
    private List<NewRecord> _records = [];
    private string? _fatal;

    public PageWork()
    {
        View = new PageView();
        _builder = new RecordBuilder(View);
    }

    public PageView View { get; }

    /// <summary>Applies a rule that matches the page.</summary>
    public void Apply(CompiledRule rule)
    {
        View.Observer?.RuleBegun(rule);
        foreach (var step in rule.Follow) _links.Follow(step, View);
        foreach (var step in rule.Extract) Extract(step);
    }

    public PageOutcome Finish(IReadOnlyList<string> rules)
    {
        var outcome = new PageOutcome
        {
            Rules = rules,
            Links = _links.Take(),
            Records = _records.Count == 0 ? [] : _records,
            Fatal = _fatal,
            Warnings = View.Warnings.Count == 0 ? [] : [.. View.Warnings],
        };
        if (_records.Count > 0) _records = [];
        return outcome;
    }

    /// <summary>Makes ready for the next page, whatever became of this one.</summary>
    public void Close()
    {
        _links.Reset();
        _records.Clear();
        _fatal = null;
        View.Close();
    }

    public void Dispose()
    {
        _builder.Dispose();
        View.Dispose();
    }

    private void Extract(CompiledExtract step)
    {
        if (step.Each is null)
        {
            Build(step, Found.Page);
            return;
        }

        var found = View.RentFound();
        step.Each.Find(View, Found.Page, found);
        foreach (var item in found) Build(step, item);
        View.Return(found);
    }

    private void Build(CompiledExtract step, in Found scope)
    {
        if (_records.Count >= PageLimits.Records)
        {
            View.Warn("The page gives more than 100,000 records; the rest is not extracted.");
            return;
        }

        View.Observer?.RecordBegun(step, scope);
        var record = _builder.Build(step, scope);
        View.Observer?.RecordEnded(record);
        _records.Add(record);
        if (step.OnInvalid == InvalidPolicy.Fail && _builder.FirstProblem is { } problem)
        {
            _fatal ??= $"The record \"{step.Record}\" of \"{View.Url}\" breaks the rule \"{problem.Rule}\" of its field "
                + $"\"{problem.Field}\": {problem.Message}";
        }
    }
}
