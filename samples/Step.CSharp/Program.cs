using Step.CSharp;
using Trawl.Sdk;

return PluginWorker.Run(plugin => plugin.Transform(context => new SlugTransform(context)));
