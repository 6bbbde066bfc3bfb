using Trawl.Plugins.Trial;
using Trawl.Sdk;

return PluginWorker.Run(plugin => plugin
    .Transform(context => new TrialTransform(context))
    .Enrich(_ => new TrialEnricher())
    .Validate(_ => new TrialValidator())
    .Extract(_ => new TrialExtractor())
    .Parse(context => new TrialParser(context))
    .Source(_ => new TrialSource())
    .Sink(context => new TrialSink(context)));
