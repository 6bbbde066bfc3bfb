using Trawl.Demo.Data;
using Trawl.Demo.Pages;

namespace Trawl.Demo.Serving;

/// <summary>Every listing of the shop by its path.</summary>
internal static class Shelves
{
    public static Dictionary<string, Listing> Of(Catalog catalog)
    {
        var shelves = new Dictionary<string, Listing>(StringComparer.Ordinal);
        foreach (var category in catalog.Categories)
        {
            Add(shelves, Shelf(catalog, category.Path, category.Name, "", product => product.Category == category) with
            {
                Parts = category.Subcategories,
            });
            foreach (var sub in category.Subcategories)
            {
                Add(shelves, Shelf(
                    catalog, sub.Path, sub.Name, $"From {category.Name}.", product => product.Subcategory == sub));
            }
        }

        foreach (var brand in catalog.Brands)
        {
            Add(shelves, Shelf(catalog, brand.Path, brand.Name, brand.About, product => product.Brand == brand));
        }

        foreach (var seller in catalog.Sellers)
        {
            Add(shelves, Shelf(catalog, seller.Path, seller.Name, seller.About, product => product.Seller == seller));
        }

        return shelves;
    }

    private static Listing Shelf(Catalog catalog, string path, string title, string about, Func<Product, bool> holds) =>
        new(path, title, about, catalog.Products.Where(holds).ToArray());

    private static void Add(Dictionary<string, Listing> shelves, Listing listing) => shelves.Add(listing.Path, listing);
}
