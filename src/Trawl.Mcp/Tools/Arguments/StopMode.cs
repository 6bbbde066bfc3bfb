namespace Trawl.Mcp.Tools.Arguments;

internal enum StopMode
{
    Stop,
    Cancel,
}
