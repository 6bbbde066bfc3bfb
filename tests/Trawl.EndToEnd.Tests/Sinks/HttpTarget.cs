namespace Trawl.EndToEnd.Tests.Sinks;

/// <summary>The other side of <c>samples/Sink.Http</c>.</summary>
internal sealed class HttpTarget(HttpReceiver receiver) : SinkTarget
{
    public override string Use =>
        $"{{ use: \"{BuiltPlugin("Sink.Http")}\", settings: {{ url: \"{receiver.Url}\" }}, grant: {{ hosts: [\"{new Uri(receiver.Url).Authority}\"] }} }}";

    public override IReadOnlyList<string> Rows() => RowsOf(receiver.Received);

    /// <summary>What a receiver has that takes each key once.</summary>
    public IReadOnlyList<string> RowsOnce() => RowsOf(receiver.Received.DistinctBy(batch => batch.Key));

    public override void Clear() => receiver.Clear();

    private static string[] RowsOf(IEnumerable<(string Key, string Body)> batches) =>
        [.. batches.SelectMany(batch => batch.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(KeyOf)];
}
