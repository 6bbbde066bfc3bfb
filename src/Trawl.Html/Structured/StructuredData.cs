using System.Text.Json;
using Trawl.Html.Dom;

namespace Trawl.Html.Structured;

/// <summary>What a page says about itself for machines: JSON-LD, microdata, and the tags of its head.</summary>
public sealed class StructuredData
{
    private StructuredData(
        IReadOnlyList<JsonElement> jsonLd,
        IReadOnlyList<StructuredProblem> problems,
        JsonElement microdata,
        JsonElement head) =>
        (JsonLd, Problems, Microdata, Head) = (jsonLd, problems, microdata, head);

    /// <summary>
    /// The JSON-LD items of all <c>script[type="application/ld+json"]</c> in document order: arrays and <c>@graph</c>
    /// are taken apart, so each entry is one object.
    /// </summary>
    public IReadOnlyList<JsonElement> JsonLd { get; }

    /// <summary>The blocks that could not be read, or not to the end, and why.</summary>
    public IReadOnlyList<StructuredProblem> Problems { get; }

    /// <summary>
    /// The microdata as the HTML standard converts it to JSON: <c>{"items":[{"type":[…],"id":…,"properties":{…}}]}</c>.
    /// </summary>
    public JsonElement Microdata { get; }

    /// <summary>
    /// Title, canonical link, description and the like: an object of strings such as <c>title</c>, <c>canonical</c>,
    /// <c>description</c>, <c>og:title</c>, <c>twitter:card</c>; a name that is there more than once is an array.
    /// </summary>
    public JsonElement Head { get; }

    /// <summary>Reads all of it. Nothing on a page makes this throw.</summary>
    /// <param name="document">The page.</param>
    /// <param name="resolve">
    /// Makes an address absolute (URL property values of microdata); null leaves addresses as they are written.
    /// </param>
    public static StructuredData Read(HtmlDocument document, Func<string, string>? resolve = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (items, problems) = (new List<JsonElement>(), new List<StructuredProblem>());
        JsonLdReader.Read(document, items, problems);
        var microdata = MicrodataReader.Read(document, resolve ?? (static url => url), problems);
        return new StructuredData(items, problems, microdata, HeadReader.Read(document));
    }
}
