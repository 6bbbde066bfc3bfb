using Trawl.Demo.Data;

namespace Trawl.Demo.Pages;

/// <summary>A shelf: some products under one address, twenty a page.</summary>
internal sealed record Listing(string Path, string Title, string About, IReadOnlyList<Product> Products)
{
    public const int PageSize = 20;

    /// <summary>Links to the parts of this shelf.</summary>
    public IReadOnlyList<Subcategory> Parts { get; init; } = [];

    public int Pages => Math.Max(1, (Products.Count + PageSize - 1) / PageSize);

    public string PathOf(int page) => page == 1 ? Path : $"{Path}?page={page}";

    public IEnumerable<Product> On(int page, string sort) => Sorted(sort).Skip((page - 1) * PageSize).Take(PageSize);

    private IEnumerable<Product> Sorted(string sort) => sort switch
    {
        "price" => Products.OrderBy(product => product.Price).ThenBy(product => product.Id),
        "name" => Products.OrderBy(product => product.Name, StringComparer.Ordinal).ThenBy(product => product.Id),
        _ => Products,
    };
}
