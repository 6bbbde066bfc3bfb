namespace Trawl.Mcp.Tools.Arguments;

internal enum ConditionKind
{
    Equal,
    NotEqual,
    Contains,
    Less,
    Greater,
    Empty,
    NotEmpty,
}
