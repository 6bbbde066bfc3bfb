using System.Text.Json;

namespace Trawl.Html.Json;

/// <summary>An array slice with start, end and step (RFC 9535, section 2.3.4).</summary>
internal sealed class SliceSelector(long? start, long? end, long step) : JsonSelector
{
    public override void Apply(in JsonPathNode node, JsonPathRun run, List<JsonPathNode> into)
    {
        if (node.Value.ValueKind != JsonValueKind.Array || step == 0) return;
        long length = node.Value.GetArrayLength();
        if (step > 0)
        {
            var upper = Math.Clamp(Normal(end ?? length, length), 0, length);
            for (var i = Math.Clamp(Normal(start ?? 0, length), 0, length); i < upper; i += step) Add(node, run, into, i);
        }
        else
        {
            var first = Math.Clamp(Normal(start ?? length - 1, length), -1, length - 1);
            var lower = end is { } e ? Math.Clamp(Normal(e, length), -1, length - 1) : -1;
            for (var i = first; i > lower; i += step) Add(node, run, into, i);
        }
    }

    private static void Add(in JsonPathNode node, JsonPathRun run, List<JsonPathNode> into, long i)
    {
        if (run.Spend()) into.Add(run.Child(node, node.Value[(int)i], (int)i));
    }

    private static long Normal(long i, long length) => i >= 0 ? i : length + i;
}
