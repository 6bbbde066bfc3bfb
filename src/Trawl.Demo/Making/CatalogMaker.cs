using Trawl.Demo.Data;

namespace Trawl.Demo.Making;

internal static class CatalogMaker
{
    private static readonly string[] s_warehouses = ["Leith", "Hull", "Swansea"];

    private static readonly DateTimeOffset s_counted = new(2026, 7, 1, 6, 0, 0, TimeSpan.Zero);

    public static Catalog Make(DemoShopOptions options)
    {
        var seed = options.Seed;
        var categories = CategoryTree.Make();
        var brands = Parties(Words.Brands, "/brand/", "{0} has made things by hand since before the railway came.");
        var sellers = Parties(Words.Sellers, "/seller/", "{0} packs every order on the day it comes in.");
        var maker = new ProductMaker(seed, categories, brands, sellers);
        var products = Many(options.Products, maker.Make);
        return new Catalog
        {
            Categories = categories,
            Brands = brands,
            Sellers = sellers,
            Products = products,
            Articles = Many(options.Articles, new ArticleMaker(seed, products).Make),
            Stock = Array.ConvertAll(products, product => Level(seed, product)),
        };
    }

    private static Party[] Parties(string[] names, string folder, string about) => Array.ConvertAll(
        names, name => new Party(name, folder + Slug.Of(name), about.Replace("{0}", name, StringComparison.Ordinal)));

    private static T[] Many<T>(int count, Func<int, T> make)
    {
        var all = new T[count];
        for (var i = 0; i < count; i++)
        {
            all[i] = make(i);
        }

        return all;
    }

    private static StockLevel Level(int seed, Product product)
    {
        var chance = Chance.For(seed, "stock", product.Id);
        var counted = s_counted.AddMinutes(-chance.Below(20_000));
        return new StockLevel(product.Sku, product.Stock, chance.Pick(s_warehouses), counted);
    }
}
