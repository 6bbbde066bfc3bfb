namespace Trawl.Demo.Data;

internal sealed record Subcategory(string Name, string Slug, string CategorySlug, IReadOnlyList<string> Nouns)
{
    public string Path => $"/c/{CategorySlug}/{Slug}";
}
