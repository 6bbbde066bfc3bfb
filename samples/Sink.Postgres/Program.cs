using Sink.Postgres;
using Trawl.Sdk;

return PluginWorker.Run(plugin => plugin.Sink(context => new PostgresSink(context)));
