using Sink.Jsonl;
using Trawl.Sdk;

return PluginWorker.Run(plugin => plugin.Sink(context => new JsonlSink(context)));
