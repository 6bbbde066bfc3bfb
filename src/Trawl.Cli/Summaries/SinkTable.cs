using Trawl.Api.Outputs;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Summaries;

/// <summary>What went to plugins, as a table.</summary>
internal static class SinkTable
{
    public static TextTable Of(IReadOnlyList<SinkOutput> sinks)
    {
        var table = new TextTable(new TextColumn("records", IsRight: true), new TextColumn("sink"), new TextColumn("", MayShrink: true));
        foreach (var sink in sinks)
        {
            table.Add(Amounts.Count(sink.Records), sink.Sink, Words(sink));
        }

        return table;
    }

    private static string Words(SinkOutput sink)
    {
        var twice = sink.Repeated > 0 ? $"{Amounts.Of(sink.Repeated, "record")} may be there twice: the sink is at-least-once" : "";
        return sink.IsComplete ? twice : twice.Length > 0 ? $"not all yet; {twice}" : "not all yet";
    }
}
