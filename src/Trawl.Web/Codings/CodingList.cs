namespace Trawl.Web.Codings;

/// <summary>The value of a Content-Encoding field: codings in the order they were applied.</summary>
internal static class CodingList
{
    /// <summary>More codings than anybody applies; each one costs a pass over the body.</summary>
    public const int Max = 5;

    /// <summary>Cuts the last member off the list: the coding to remove next. False when the list is used up.</summary>
    public static bool TryTakeLast(ref ReadOnlySpan<char> list, out ReadOnlySpan<char> coding)
    {
        while (!list.IsEmpty)
        {
            var comma = list.LastIndexOf(',');
            coding = list[(comma + 1)..].Trim();
            list = comma < 0 ? default : list[..comma];
            if (!coding.IsEmpty) return true;
        }

        coding = default;
        return false;
    }

    public static CodingKind KindOf(ReadOnlySpan<char> coding) => coding switch
    {
        _ when Is(coding, "gzip") || Is(coding, "x-gzip") => CodingKind.Gzip,
        _ when Is(coding, "br") => CodingKind.Brotli,
        _ when Is(coding, "deflate") => CodingKind.Deflate,
        _ when Is(coding, "identity") => CodingKind.Identity,
        _ => CodingKind.Unknown,
    };

    private static bool Is(ReadOnlySpan<char> coding, string name) =>
        coding.Equals(name, StringComparison.OrdinalIgnoreCase);
}
