using Trawl.Plugins.Trial;
using Trawl.Sdk;

if (args is ["--lie", var opened]) return LyingWorker.Run(opened);

return PluginWorker.Run(plugin => plugin
    .Transform(context => new TrialTransform(context))
    .Enrich(_ => new TrialEnricher())
    .Validate(_ => new TrialValidator())
    .Extract(_ => new TrialExtractor())
    .Parse(context => new TrialParser(context))
    .Source(context => new TrialSource(context))
    .Sink(context => new TrialSink(context)));
