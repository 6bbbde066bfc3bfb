using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Trawl.Sdk.Pages;
using Trawl.Sdk.Records;

namespace Trawl.Plugins.Trial;

internal sealed class TrialExtractor : IPageExtractor
{
    public ValueTask ExtractAsync(PluginPage page, RecordList records)
    {
        records.Add(new JsonObject
        {
            ["length"] = page.Body.Length,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(page.Body.Span)),
        });
        return default;
    }
}
