using Trawl.Sdk.Records;

namespace Trawl.Plugins.Trial;

internal sealed class TrialEnricher : IRecordEnricher
{
    public ValueTask EnrichAsync(PluginRecord record)
    {
        record["added"] = "by the enricher";
        record["title"] = "overwritten";
        return default;
    }
}
