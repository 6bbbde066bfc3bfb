using System.Globalization;
using System.Text.RegularExpressions;
using Trawl.Enrich;
using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Plugins;
using Trawl.Hosting.Running;
using Trawl.Model.Plans;
using Trawl.Recording.Plugins;
using Trawl.Recording.Replaying;
using Trawl.Steps;

namespace Trawl.Hosting.Replaying;

/// <summary>
/// The plugins of a run that is taken again: the same workers on the same inputs, what they want fetched answered from the
/// recording. Sinks are given nothing.
/// </summary>
internal sealed partial class ReplayPlugins : IDisposable
{
    private readonly PipelinePlan _plan;
    private readonly PluginFetchReplay? _fetches;
    private readonly RecordedAnswers? _answers;
    private readonly RunPlugins? _plugins;
    private readonly Lazy<PageHandler> _rules;

    /// <param name="plan">The plan that is executed.</param>
    /// <param name="recorded">The recorded run's folder.</param>
    /// <param name="scratch">A folder for what the workers leave.</param>
    /// <param name="secrets">Values of what plugins are granted.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="ArgumentException">A plugin of the plan cannot be used here any more.</exception>
    public ReplayPlugins(PipelinePlan plan, string recorded, string scratch, HeaderSecrets secrets, TimeProvider clock)
    {
        _plan = plan;
        _rules = new Lazy<PageHandler>(() => new PageHandler(plan));
        // Another core compiles the rules while the folders are opened.
        _ = Task.Run(() => _rules.Value);
        if (!RunPlugins.IsNeeded(plan))
        {
            return;
        }

        _fetches = new PluginFetchReplay(recorded);
        _answers = new RecordedAnswers(recorded);
        _plugins = new RunPlugins(scratch, plan, _fetches, _answers, secrets, clock);
    }

    public IRequestSource? Source => _plugins?.Source;

    /// <summary>What plugins wanted fetched, or steps wanted answered, and nobody recorded.</summary>
    public IReadOnlyCollection<string> Missing => [.. _fetches?.Missing ?? [], .. _answers?.Missing ?? []];

    /// <summary>The handler of the plan's pages. It keeps nothing of them, so that each engine of a run can have the same rules.</summary>
    public IPageHandler Pages(PipelinePlan plan) => _plugins?.Around(_rules.Value) ?? _rules.Value;

    /// <summary>The difference with the plugin's name in it, where requests came from a plugin.</summary>
    public Divergence? Name(Divergence? divergence)
    {
        if (divergence is null || StartPoint().Match(divergence.Expected + divergence.Got) is not { Success: true } match
            || _plan.Start.ElementAtOrDefault(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)) is not StartPlugin start)
        {
            return divergence;
        }

        return divergence with { Place = $"{divergence.Place}, the plugin \"{start.Plugin}\" at source: it gave other requests" };
    }

    public void Dispose()
    {
        _plugins?.Dispose();
        _answers?.Dispose();
    }

    [GeneratedRegex(@"'start\[([0-9]+)\]'")]
    private static partial Regex StartPoint();
}
