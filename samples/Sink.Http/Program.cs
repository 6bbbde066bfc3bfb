using Sink.Http;
using Trawl.Sdk;

return PluginWorker.Run(plugin => plugin.Sink(context => new HttpSink(context)));
