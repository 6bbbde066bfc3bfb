using Sink.Sqlite;
using Trawl.Sdk;

return PluginWorker.Run(plugin => plugin.Sink(context => new SqliteSink(context)));
