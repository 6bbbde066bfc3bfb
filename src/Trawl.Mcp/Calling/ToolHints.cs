namespace Trawl.Mcp.Calling;

/// <summary>What a client may tell its user about a tool before calling it.</summary>
[Flags]
internal enum ToolHints
{
    None = 0,

    /// <summary>Changes nothing.</summary>
    ReadOnly = 1,

    /// <summary>May undo or end something.</summary>
    Destructive = 2,

    /// <summary>Calling it again with the same arguments changes nothing more.</summary>
    Idempotent = 4,

    /// <summary>Reaches other people's servers.</summary>
    OpenWorld = 8,
}
