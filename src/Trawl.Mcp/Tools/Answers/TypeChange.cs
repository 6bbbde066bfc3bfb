using Trawl.Api.Replaying;

namespace Trawl.Mcp.Tools.Answers;

internal sealed record TypeChange(string Type, long Before, long After, long Added, long Removed, long Changed)
{
    public static TypeChange Of(TypeDiff type) => new(type.Type, type.Before, type.After, type.Added, type.Removed, type.Changed);
}
