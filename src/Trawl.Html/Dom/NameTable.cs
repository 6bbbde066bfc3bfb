namespace Trawl.Html.Dom;

/// <summary>
/// Names of elements and attributes as small integers, one table a process: names known to HTML have fixed ids, and
/// names seen in pages are local to their document (a hostile page must not grow the process), so a selector compares
/// integers for known names.
/// </summary>
public static class NameTable
{
    /// <summary>The fixed id of a known name, or -1.</summary>
    public static int Find(ReadOnlySpan<char> name) => throw new NotImplementedException();
}
