using System.Globalization;
using Trawl.Sdk;
using Trawl.Sdk.Sources;

namespace Trawl.Plugins.Trial;

/// <summary>Gives requests in chunks of four: ten, or what the settings say.</summary>
internal sealed class TrialSource(PluginContext context) : IRequestSource
{
    public ValueTask<SourceChunk?> ReadAsync(string? cursor)
    {
        Pace.Keep(context);
        var count = (int)(context.Settings.Integer("count") ?? 10);
        var site = context.Settings.Text("site") ?? "http://localhost";
        var from = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        if (from >= count) return default;
        var mark = context.Settings.Text("trouble") == "random" ? $"?{Random.Shared.Next()}" : "";
        var requests = Enumerable.Range(from, Math.Min(4, count - from)).Select(i => new SourceRequest($"{site}/page/{i}{mark}"));
        return ValueTask.FromResult<SourceChunk?>(new SourceChunk([.. requests], (from + 4).ToString(CultureInfo.InvariantCulture)));
    }
}
