using ModelContextProtocol.Protocol;

namespace Trawl.Mcp.Calling;

/// <summary>What a tool gives.</summary>
/// <typeparam name="T">The structured answer's type.</typeparam>
/// <param name="Value">The structured answer.</param>
/// <param name="Summary">The answer in a sentence or two, with the next step.</param>
internal sealed record ToolAnswer<T>(T Value, string Summary)
    where T : class
{
    /// <summary>Text to show in place of the structured answer's JSON; null for that JSON.</summary>
    public string? Text { get; init; }

    /// <summary>Where more can be read.</summary>
    public IReadOnlyList<ResourceLinkBlock> Links { get; init; } = [];
}
