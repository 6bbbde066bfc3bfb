using System.Text.Json.Nodes;

namespace Trawl.Load.Tool;

/// <summary>One command of the tool, from its start to its end.</summary>
/// <param name="Answer">What it said with <c>--json</c>.</param>
/// <param name="WallSeconds">The whole process.</param>
/// <param name="CpuSeconds">User and system time of the whole process.</param>
/// <param name="ForeignCores">Cores that strangers kept busy meanwhile.</param>
internal sealed record ToolRun(JsonNode Answer, double WallSeconds, double CpuSeconds, double ForeignCores)
{
    internal double Number(string name) => Answer[name]!.GetValue<double>();

    internal string Text(string name) => Answer[name]!.GetValue<string>();
}
