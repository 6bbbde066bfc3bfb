using System.Text.Json;
using ModelContextProtocol.Protocol;
using Trawl.Access.Users;

namespace Trawl.Mcp.Calling;

/// <summary>A tool: what is told of it, and the right a caller needs.</summary>
internal abstract class McpTool
{
    private Tool? _described;

    public abstract string Name { get; }

    public abstract string Title { get; }

    /// <summary>When to use it, in a sentence or two.</summary>
    public abstract string Purpose { get; }

    public abstract ToolHints Hints { get; }

    /// <summary>A tool that does not say needs the most there is.</summary>
    public virtual Right Needs => Right.Administer;

    /// <summary>Whether its work is a run, which a client that knows of tasks need not wait for. Its answer then has <c>run</c>.</summary>
    public virtual bool StartsRun => false;

    /// <summary>Made when a client first asks: describing all of them takes longer than the handshake may.</summary>
    public Tool Described => _described ??= Describe();

    public abstract Task<CallToolResult> CallAsync(ToolCall call);

    protected abstract JsonElement ArgumentSchema { get; }

    protected abstract JsonElement AnswerSchema { get; }

    private Tool Describe() => new()
    {
        Name = Name,
        Title = Title,
        Description = Purpose,
        InputSchema = ArgumentSchema,
        OutputSchema = AnswerSchema,
        Annotations = new ToolAnnotations
        {
            ReadOnlyHint = Hints.HasFlag(ToolHints.ReadOnly),
            DestructiveHint = Hints.HasFlag(ToolHints.Destructive),
            IdempotentHint = Hints.HasFlag(ToolHints.Idempotent) || Hints.HasFlag(ToolHints.ReadOnly),
            OpenWorldHint = Hints.HasFlag(ToolHints.OpenWorld),
        },
    };
}
