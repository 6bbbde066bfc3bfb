using Trawl.Storage.Reading;

namespace Trawl.Hosting.Recorded;

/// <summary>The rules that fitted a page when it was fetched.</summary>
internal static class RuleNames
{
    public static IReadOnlyList<string> Of(RequestRow request) =>
        (request.Rules ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
