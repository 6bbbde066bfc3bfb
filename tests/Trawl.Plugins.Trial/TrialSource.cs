using System.Globalization;
using Trawl.Sdk.Sources;

namespace Trawl.Plugins.Trial;

/// <summary>Gives ten requests in chunks of four.</summary>
internal sealed class TrialSource : IRequestSource
{
    public ValueTask<SourceChunk?> ReadAsync(string? cursor)
    {
        var from = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        if (from >= 10) return default;
        var requests = Enumerable.Range(from, Math.Min(4, 10 - from)).Select(i => new SourceRequest($"http://localhost/page/{i}"));
        return ValueTask.FromResult<SourceChunk?>(new SourceChunk([.. requests], (from + 4).ToString(CultureInfo.InvariantCulture)));
    }
}
