using Trawl.Demo.Data;
using Trawl.Demo.Making;
using Trawl.Demo.Pages;

namespace Trawl.Demo.Truth;

internal static class ExpectedMaker
{
    public static Expected Make(Catalog catalog, string baseUrl, bool troubles)
    {
        var broken = catalog.Products.Where(p => troubles && p.Trouble == Trouble.AlwaysFails).ToArray();
        var readable = catalog.Products.Except(broken).ToArray();
        return new Expected
        {
            Products = [.. readable.Where(p => p.Trouble != Trouble.BrokenPrice).Select(p => Product(p, baseUrl))],
            Quarantined = [.. readable.Where(p => p.Trouble == Trouble.BrokenPrice).Select(p => Product(p, baseUrl))],
            Reviews = [.. readable.SelectMany(p => p.Reviews.Select(review => Review(p, review)))],
            Articles = [.. catalog.Articles.Select(article => Article(article, baseUrl))],
            Stock = [.. catalog.Stock.Select(s => new ExpectedStock(s.Sku, s.Available, s.Warehouse, s.Updated))],
            Failing = Failing(catalog, broken, baseUrl),
        };
    }

    private static ExpectedProduct Product(Product product, string baseUrl) => new()
    {
        Url = baseUrl + product.Path,
        Sku = product.Sku,
        Title = product.Trouble == Trouble.NoTitle ? null : product.Name,
        Price = product.Trouble == Trouble.BrokenPrice ? null : product.Price,
        WasPrice = product.WasPrice,
        Currency = "GBP",
        InStock = product.Stock > 0,
        Stock = product.Stock > 0 ? product.Stock : null,
        Rating = product.Rating,
        ReviewCount = product.Reviews.Count,
        Brand = product.Brand.Name,
        Seller = product.Seller.Name,
        Breadcrumb = [product.Category.Name, product.Subcategory.Name],
        Description = product.Description,
        Images = [.. Enumerable.Range(1, product.Pictures).Select(i => baseUrl + ProductPage.ImagePath(product, i))],
        Tags = product.Tags,
        Specs = product.Specs,
        Gtin = product.Gtin,
    };

    private static ExpectedReview Review(Product product, Review review) =>
        new(review.Id, product.Sku, review.Author, review.Date, review.Stars, review.Text);

    private static ExpectedArticle Article(Article article, string baseUrl) => new(
        baseUrl + article.Path,
        article.Title,
        article.Author,
        article.Date,
        article.Tags,
        string.Join(' ', article.Paragraphs));

    private static Dictionary<string, int> Failing(Catalog catalog, Product[] broken, string baseUrl)
    {
        var mentioned = catalog.Articles.SelectMany(article => article.Mentions).ToHashSet(StringComparer.Ordinal);
        var failing = broken.ToDictionary(product => baseUrl + product.Path, _ => 500, StringComparer.Ordinal);
        foreach (var path in Troubles.Missing.Where(mentioned.Contains)) failing.Add(baseUrl + path, 404);
        foreach (var path in Troubles.Gone.Where(mentioned.Contains)) failing.Add(baseUrl + path, 410);
        return failing;
    }
}
