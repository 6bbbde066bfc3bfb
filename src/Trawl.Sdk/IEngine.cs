using Trawl.Sdk.Pages;

namespace Trawl.Sdk;

/// <summary>What the engine does for a worker.</summary>
internal interface IEngine
{
    void Log(string message);

    PluginResponse Fetch(PluginRequest request);
}
