namespace Trawl.Engine.Seams.Fetching;

/// <summary>The header fields of a page that a browser made: the answer's, but that its body now is HTML in UTF-8, plain.</summary>
public static class RenderedHead
{
    private static readonly string[] s_ofTheBody = ["Content-Type", "Content-Encoding", "Content-Length", "Transfer-Encoding"];

    public static IReadOnlyList<FetchHeader> Of(IReadOnlyList<FetchHeader> received) =>
    [
        .. received.Where(field => !s_ofTheBody.Contains(field.Name, StringComparer.OrdinalIgnoreCase)),
        new("Content-Type", "text/html; charset=utf-8"),
    ];
}
