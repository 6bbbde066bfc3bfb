using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Plugins;
using Trawl.Model.Plans;

namespace Trawl.Steps.Plugins;

/// <summary>
/// Brings plugins in where a plan names them: before the rules (parse), beside their selectors (extract), and behind them
/// (transform, enrich, validate). A page for which the plan names none passes as it is.
/// </summary>
public sealed class PluginPageHandler : IPageHandler
{
    private readonly IPageHandler _rules;
    private readonly PageParsing _parsing;
    private readonly PluginExtraction _extraction;
    private readonly RecordPass _records;

    /// <param name="plan">The run's plan.</param>
    /// <param name="rules">Applies the rules.</param>
    /// <param name="plugins">Lets the plugins work.</param>
    public PluginPageHandler(PipelinePlan plan, IPageHandler rules, IPluginCaller plugins)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _rules = rules;
        _parsing = new PageParsing(plan, plugins);
        _extraction = new PluginExtraction(plan, plugins);
        _records = new RecordPass(plan, plugins);
    }

    /// <inheritdoc/>
    public async ValueTask<PageOutcome> HandleAsync(FetchedPage page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        using var work = new PluginWork(page);
        if (await _parsing.ParseAsync(work, cancellationToken) is { } broken) return work.Finish(Failed(new PageOutcome(), broken));
        var outcome = await _rules.HandleAsync(work.Page, cancellationToken);
        if (outcome.Error is not null) return work.Finish(outcome);
        var (more, fault) = await _extraction.ExtractAsync(work, outcome.Rules, cancellationToken);
        if (fault is not null) return work.Finish(Failed(outcome, fault));
        if (more.Count > 0) outcome = outcome with { Records = [.. outcome.Records, .. more] };
        (outcome, fault) = await _records.RunAsync(work, outcome, cancellationToken);
        return work.Finish(fault is null ? outcome : Failed(outcome, fault));
    }

    /// <summary>The page fails by the plugin's name; its links stand.</summary>
    private static PageOutcome Failed(PageOutcome outcome, PluginFault fault) => fault.SuspendsRun
        ? new PageOutcome { Suspend = fault.Message }
        : outcome with { Records = [], Fatal = null, Error = new PageError(fault.Code, fault.Message) };
}
