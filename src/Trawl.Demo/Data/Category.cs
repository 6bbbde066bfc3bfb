namespace Trawl.Demo.Data;

internal sealed record Category(string Name, string Slug, IReadOnlyList<Subcategory> Subcategories)
{
    public string Path => $"/c/{Slug}";
}
