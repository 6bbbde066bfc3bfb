using Trawl.Model.Plugins;
using Trawl.Sdk.Pages;
using Trawl.Sdk.Records;
using Trawl.Sdk.Sinks;
using Trawl.Sdk.Sources;

namespace Trawl.Sdk;

/// <summary>Says what a plugin does. Each part is made once a worker, when its settings are known, and used by one call at a time.</summary>
public sealed class PluginBuilder
{
    internal Dictionary<PluginKind, Func<PluginContext, object>> Parts { get; } = [];

    /// <summary>Adds a transform.</summary>
    public PluginBuilder Transform(Func<PluginContext, IRecordTransform> make) => Add(PluginKind.Transform, make);

    /// <summary>Adds an enricher.</summary>
    public PluginBuilder Enrich(Func<PluginContext, IRecordEnricher> make) => Add(PluginKind.Enrich, make);

    /// <summary>Adds a validator.</summary>
    public PluginBuilder Validate(Func<PluginContext, IRecordValidator> make) => Add(PluginKind.Validate, make);

    /// <summary>Adds an extractor.</summary>
    public PluginBuilder Extract(Func<PluginContext, IPageExtractor> make) => Add(PluginKind.Extract, make);

    /// <summary>Adds a parser.</summary>
    public PluginBuilder Parse(Func<PluginContext, IPageParser> make) => Add(PluginKind.Parse, make);

    /// <summary>Adds a source.</summary>
    public PluginBuilder Source(Func<PluginContext, IRequestSource> make) => Add(PluginKind.Source, make);

    /// <summary>Adds a sink.</summary>
    public PluginBuilder Sink(Func<PluginContext, IRecordSink> make) => Add(PluginKind.Sink, make);

    private PluginBuilder Add<T>(PluginKind kind, Func<PluginContext, T> make) where T : class
    {
        ArgumentNullException.ThrowIfNull(make);
        return Parts.TryAdd(kind, make) ? this : throw new InvalidOperationException($"The plugin has a part of kind {kind} already.");
    }
}
