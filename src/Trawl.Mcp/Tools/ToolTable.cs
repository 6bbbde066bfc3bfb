using Trawl.Mcp.Calling;

namespace Trawl.Mcp.Tools;

/// <summary>All tools, in the order in which a client sees them.</summary>
internal static class ToolTable
{
    public static IReadOnlyList<McpTool> All { get; } =
    [
        new CapturePage(),
        new ReadPage(),
        new TestSelector(),
        new ReadReference(),
        new ValidatePipeline(),
        new ReplayRun(),
        new RunPipeline(),
        new GetRun(),
        new ListRuns(),
        new ResumeRun(),
        new StopRun(),
        new DescribeRecords(),
        new QueryRecords(),
        new ExplainRecord(),
        new ListRequests(),
        new ExplainUrl(),
        new InspectFailure(),
    ];

    private static readonly Dictionary<string, McpTool> s_byName = All.ToDictionary(t => t.Name, StringComparer.Ordinal);

    public static McpTool? Find(string name) => s_byName.GetValueOrDefault(name);
}
