namespace Trawl.Model.Plans;

/// <summary>
/// A checked, immutable pipeline: what a run executes. YAML and C# both become this, it is stored with the run, and a
/// resumed run uses the stored one, whatever has happened to the file since.
/// </summary>
public sealed record PipelinePlan
{
    /// <summary>The pipeline's name: 1 to 40 characters of <c>[a-z0-9-]</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where the run begins; at least one.</summary>
    public required IReadOnlyList<StartPoint> Start { get; init; }

    /// <summary>Which URLs belong to the run.</summary>
    public ScopePlan Scope { get; init; } = new();

    /// <summary>How pages are fetched.</summary>
    public FetchPlan Fetch { get; init; } = new();

    /// <summary>How the run logs in; null for a site that lets everybody in.</summary>
    public LoginPlan? Login { get; init; }

    /// <summary>Proxies that all requests go through; null for none.</summary>
    public IReadOnlyList<ProxyPlan>? Proxies { get; init; }

    /// <summary>Archives that answer in place of the network; null for the network.</summary>
    public ArchivePlan? Archive { get; init; }

    /// <summary>Asks only for what changed since an earlier run; null to ask for everything.</summary>
    public IncrementalPlan? Incremental { get; init; }

    /// <summary>What is recorded.</summary>
    public CapturePlan Capture { get; init; } = new();

    /// <summary>What the run may connect to.</summary>
    public EgressPlan Egress { get; init; } = new();

    /// <summary>How URLs are made comparable before they are fingerprinted.</summary>
    public CanonicalPlan Canonical { get; init; } = new();

    /// <summary>The plugins it uses.</summary>
    public IReadOnlyList<PluginPlan> Plugins { get; init; } = [];

    /// <summary>The tool servers it uses; null for none.</summary>
    public IReadOnlyList<ToolServerPlan>? Tools { get; init; }

    /// <summary>The models it asks; null for none.</summary>
    public IReadOnlyList<ModelPlan>? Models { get; init; }

    /// <summary>What plugins make of pages before the rules see them; the first that matches counts.</summary>
    public IReadOnlyList<ParseStep> Parse { get; init; } = [];

    /// <summary>What to do with a fetched page. Every rule that matches a page applies to it, in this order.</summary>
    public IReadOnlyList<PageRule> Pages { get; init; } = [];

    /// <summary>The record types that the rules produce.</summary>
    public IReadOnlyList<RecordType> Records { get; init; } = [];

    /// <summary>Files written when the run ends.</summary>
    public IReadOnlyList<OutputPlan> Outputs { get; init; } = [];

    /// <summary>How runs are compared with earlier ones; null for the defaults of <see cref="DriftPlan"/>.</summary>
    public DriftPlan? Drift { get; init; }

    /// <summary>Plugins that take the records when the run ends.</summary>
    public IReadOnlyList<SinkPlan> Sinks { get; init; } = [];

    /// <summary>The plugin of that name; null when there is none.</summary>
    public PluginPlan? Plugin(string name) => Plugins.FirstOrDefault(plugin => plugin.Name == name);
}
