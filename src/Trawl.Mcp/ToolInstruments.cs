using System.Diagnostics.Metrics;

namespace Trawl.Mcp;

/// <summary>What is measured of tools.</summary>
internal sealed class ToolInstruments : IDisposable
{
    private readonly Meter _meter = new("Trawl.Mcp");
    private readonly Histogram<double> _calls;

    public ToolInstruments() =>
        _calls = _meter.CreateHistogram<double>("trawl_mcp_tool_duration_seconds", "s", "Time a tool took to answer.");

    public void Called(string tool, bool failed, TimeSpan took) =>
        _calls.Record(took.TotalSeconds, new("tool", tool), new("outcome", failed ? "refused" : "done"));

    public void Dispose() => _meter.Dispose();
}
