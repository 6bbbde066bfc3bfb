namespace Trawl.Hosting.Fixtures;

/// <summary>Where test cases are kept: a folder beside the pipeline's file, one folder a case.</summary>
internal static class FixtureFiles
{
    /// <summary>URL, time and head of the answer.</summary>
    public const string Head = "page.http";

    /// <summary>The body, without content coding; the ending says its type.</summary>
    public const string Body = "body";

    /// <summary>What the pipeline must give.</summary>
    public const string Expected = "expected.json";

    /// <summary><c>books.fixtures</c> beside <c>books.yaml</c>.</summary>
    public static string FolderOf(string pipeline) => Path.ChangeExtension(Path.GetFullPath(pipeline), ".fixtures");

    /// <summary>A name for the test case of a URL: the last part of its path.</summary>
    public static string NameOf(string url)
    {
        var path = new Uri(url).AbsolutePath.Trim('/');
        var last = path.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "home";
        var name = new string([.. Path.GetFileNameWithoutExtension(last).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]).Trim('-');
        return name.Length == 0 ? "page" : name[..Math.Min(name.Length, 60)];
    }

    /// <summary>Whether a text can be a case's name: a folder's name on every system.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && name[0] != '.';

    public static string BodyName(string? contentType) => Body + (contentType switch
    {
        "text/html" or "application/xhtml+xml" => ".html",
        null => ".bin",
        var json when json.EndsWith("json", StringComparison.Ordinal) => ".json",
        var xml when xml.EndsWith("xml", StringComparison.Ordinal) => ".xml",
        var text when text.StartsWith("text/", StringComparison.Ordinal) => ".txt",
        _ => ".bin",
    });
}
