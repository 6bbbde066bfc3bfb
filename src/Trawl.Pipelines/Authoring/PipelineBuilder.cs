using Trawl.Model.Plans;
using Trawl.Pipelines.Diagnostics;

namespace Trawl.Pipelines.Authoring;

/// <summary>
/// Builds a pipeline. Texts are taken as they are: there is no interpolation but <c>${env:NAME}</c> in headers.
/// </summary>
public sealed class PipelineBuilder
{
    private readonly Draft _draft = new();

    internal PipelineBuilder(string name) => _draft.Set("name", name);

    /// <summary>Adds URLs to begin with.</summary>
    /// <param name="urls">Absolute http or https URLs; ranges such as <c>{1..50}</c> expand.</param>
    public PipelineBuilder From(params string[] urls) => Add("start", urls);

    /// <summary>Adds a request to begin with.</summary>
    /// <param name="url">An absolute http or https URL; ranges expand.</param>
    /// <param name="configure">Says method, headers and body.</param>
    public PipelineBuilder From(string url, Action<RequestBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var start = new Draft();
        start.Set("url", url);
        configure(new RequestBuilder(start));
        return Add("start", [start]);
    }

    /// <summary>Adds the URLs of a sitemap or sitemap index.</summary>
    /// <param name="url">URL of the sitemap (XML, gzip or text).</param>
    /// <param name="include">URL patterns, one of which an entry must match; none takes all.</param>
    public PipelineBuilder FromSitemap(string url, params string[] include)
    {
        var start = new Draft();
        start.Set("sitemap", url);
        if (include.Length > 0) start.Set("include", include);
        return Add("start", [start]);
    }

    /// <summary>Adds the URLs of a text file, one a line.</summary>
    /// <param name="path">Path of the file, relative to the base folder given to <see cref="Build"/>.</param>
    public PipelineBuilder FromFile(string path)
    {
        var start = new Draft();
        start.Set("file", path);
        return Add("start", [start]);
    }

    /// <summary>
    /// Says which URLs belong to the run. Default: the hosts of the start URLs, with and without <c>www.</c>.
    /// </summary>
    public PipelineBuilder Scope(Action<ScopeBuilder> configure) =>
        With(configure, new ScopeBuilder(_draft.Map("scope")));

    /// <summary>Says how pages are fetched.</summary>
    public PipelineBuilder Fetch(Action<FetchBuilder> configure) =>
        With(configure, new FetchBuilder(_draft.Map("fetch")));

    /// <summary>Adds a proxy. All requests go through proxies then; a host keeps to one of them while that does well.</summary>
    /// <param name="url"><c>http://host:port</c> or <c>socks5://host:port</c>.</param>
    /// <param name="user">Who asks; <c>${env:NAME}</c> is not stored with the run. Null for a proxy that asks for nothing.</param>
    /// <param name="password">The password, as the user.</param>
    public PipelineBuilder Through(string url, string? user = null, string? password = null)
    {
        var proxy = new Draft();
        proxy.Set("url", url);
        if (user is not null) proxy.Set("user", user);
        if (password is not null) proxy.Set("password", password);
        return Add("proxies", [proxy]);
    }

    /// <summary>Logs in before the first page, and again when the session is over.</summary>
    /// <param name="url">The page that has the form.</param>
    /// <param name="configure">Says what is filled in.</param>
    public PipelineBuilder Login(string url, Action<LoginBuilder> configure)
    {
        _draft.Map("login").Set("url", url);
        return With(configure, new LoginBuilder(_draft.Map("login")));
    }

    /// <summary>Says what may be connected to, beyond the public internet and what start URLs name by address.</summary>
    public PipelineBuilder Egress(Action<EgressBuilder> configure) =>
        With(configure, new EgressBuilder(_draft.Map("egress")));

    /// <summary>Asks for pages only where they changed since the last completed run of the pipeline.</summary>
    public PipelineBuilder Incremental()
    {
        _draft.Set("incremental", true);
        return this;
    }

    /// <summary>Says which exchanges are recorded. Default: all.</summary>
    public PipelineBuilder Capture(CaptureMode mode)
    {
        _draft.Set("capture", mode.ToString().ToLowerInvariant());
        return this;
    }

    /// <summary>Says what is not written down, beyond what never is (Authorization, cookies, <c>${env:NAME}</c>).</summary>
    public PipelineBuilder Redact(Action<RedactBuilder> configure) =>
        With(configure, new RedactBuilder(_draft.Map("redact")));

    /// <summary>Says which differences between URLs do not count.</summary>
    public PipelineBuilder Urls(Action<UrlsBuilder> configure) => With(configure, new UrlsBuilder(_draft.Map("urls")));

    /// <summary>Adds a rule for pages of one kind, or adds to the rule of that name.</summary>
    /// <param name="name">A letter, then up to 63 letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="configure">Says which pages, and what to do with them.</param>
    public PipelineBuilder Page(string name, Action<PageBuilder> configure) =>
        With(configure, new PageBuilder(_draft.Map("pages").Map(name), _draft));

    /// <summary>Adds an output. Without any, JSONL is written into the run's datasets folder.</summary>
    /// <param name="format">Its format.</param>
    /// <param name="path">
    /// The file, relative to the base folder; <c>{record}</c> and <c>{run}</c> are replaced. Null: the run's datasets
    /// folder.
    /// </param>
    /// <param name="records">The record types to write; none writes all.</param>
    public PipelineBuilder To(OutputFormat format, string? path = null, params string[] records)
    {
        var file = new Draft();
        if (path is not null) file.Set("path", path);
        if (records.Length > 0) file.Set("records", records);
        var output = new Draft();
        output.Set(format.ToString().ToLowerInvariant(), file);
        return Add("outputs", [output]);
    }

    /// <summary>Says how a run is compared with earlier completed runs of the pipeline.</summary>
    public PipelineBuilder Drift(Action<DriftBuilder> configure) =>
        With(configure, new DriftBuilder(_draft.Map("drift")));

    /// <summary>Does not compare runs with earlier ones.</summary>
    public PipelineBuilder WithoutDrift()
    {
        _draft.Set("drift", "off");
        return this;
    }

    /// <summary>
    /// Checks the pipeline and gives every finding, as <see cref="PipelineCompiler.Compile(string, PipelineSource)"/>
    /// does for YAML.
    /// </summary>
    /// <param name="baseDirectory">Folder that relative paths start from; null for the working folder.</param>
    public CompileResult Check(string? baseDirectory = null)
    {
        var source = new PipelineSource { BaseDirectory = Path.GetFullPath(baseDirectory ?? ".") };
        return PipelineCompiler.Compile(_draft.ToNode(), source, new DiagnosticSink(null, null));
    }

    /// <summary>The plan.</summary>
    /// <param name="baseDirectory">Folder that relative paths start from; null for the working folder.</param>
    /// <exception cref="PipelineException">The pipeline is wrong; the exception holds all errors.</exception>
    public PipelinePlan Build(string? baseDirectory = null)
    {
        var result = Check(baseDirectory);
        return result.Plan ?? throw new PipelineException(result.Diagnostics);
    }

    private PipelineBuilder Add(string key, IEnumerable<object> items)
    {
        _draft.Add(key, items);
        return this;
    }

    private PipelineBuilder With<T>(Action<T> configure, T part)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(part);
        return this;
    }
}
