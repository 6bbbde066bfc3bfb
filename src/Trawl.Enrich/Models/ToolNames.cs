using System.Text.RegularExpressions;

namespace Trawl.Enrich.Models;

/// <summary>Tools as models may name them: endpoints take letters, digits, <c>_</c> and <c>-</c>, 64 at most.</summary>
internal static partial class ToolNames
{
    private const int Longest = 64;

    public static string Of(string tool)
    {
        var name = Foreign().Replace(tool.Replace("/", "__", StringComparison.Ordinal), "_");
        return name.Length <= Longest ? name : name[..Longest];
    }

    [GeneratedRegex("[^a-zA-Z0-9_-]", RegexOptions.CultureInvariant)]
    private static partial Regex Foreign();
}
