using System.Text;
using Trawl.Demo.Data;

namespace Trawl.Demo.Pages;

internal sealed class ProductPage(Layout layout, Catalog catalog)
{
    public const string NoPrice = "Price on request";

    public string Render(Product product)
    {
        var html = new StringBuilder(12_000);
        AppendCrumbs(html, product);
        html.AppendLine("<div class=\"detail\" itemscope itemtype=\"https://schema.org/Product\">");
        AppendGallery(html, product);
        html.AppendLine("<div>");
        var titled = product.Trouble != Trouble.NoTitle;
        if (titled) html.AppendLine($"<h1 itemprop=\"name\">{Html.Text(product.Name)}</h1>");
        AppendOffer(html, product);
        AppendDescription(html, product);
        html.AppendLine("</div></div>");
        AppendSpecs(html, product);
        ReviewList.Append(html, product);
        html.AppendLine("<h2>You may also like</h2>");
        ListingPage.AppendCards(html, Related(product));
        var meta = ProductMeta.Of(product, layout.BaseUrl);
        return layout.Page(titled ? product.Name : "", product.Path, html.ToString(), meta);
    }

    public static string ImagePath(Product product, int number) => $"/img/{product.Id}-{number}.svg";

    private static void AppendCrumbs(StringBuilder html, Product product) => html.AppendLine($"""
        <div class="crumbs">{Html.Link(product.Category.Path, product.Category.Name)}
        {Html.Link(product.Subcategory.Path, product.Subcategory.Name)}</div>
        """);

    private static void AppendGallery(StringBuilder html, Product product)
    {
        html.Append("<div class=\"gallery\">");
        for (var i = 1; i <= product.Pictures; i++)
        {
            html.Append($"<img itemprop=\"image\" src=\"{ImagePath(product, i)}\" alt=\"View {i}\">");
        }

        html.AppendLine("</div>");
    }

    private static void AppendOffer(StringBuilder html, Product product)
    {
        var price = product.Trouble == Trouble.BrokenPrice ? NoPrice : Html.Money(product.Price);
        var was = product.WasPrice is { } amount ? $"<span class=\"was\">{Html.Money(amount)}</span>" : "";
        var stock = product.Stock > 0
            ? $"<span class=\"stock\"><b>{product.Stock}</b> in stock</span>"
            : "<span class=\"stock out\">Out of stock</span>";
        html.AppendLine($"""
            <p itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span class="price">{price}</span>{was}
            <meta itemprop="priceCurrency" content="GBP"></p>
            <p>{stock}</p>
            """);
        if (product.Rating is { } rating)
        {
            var text = rating.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
            html.AppendLine($"""
                <p class="rating"><b class="score">{text}</b> out of 5
                from <span class="count">{product.Reviews.Count}</span> reviews</p>
                """);
        }
    }

    private static void AppendDescription(StringBuilder html, Product product)
    {
        html.AppendLine($"""
            <p class="description" itemprop="description">{Html.Text(product.Description)}</p>
            <button class="buy">Add to basket</button>
            <p class="facts">Item <span itemprop="sku">{product.Sku}</span>, made by
            <a class="brand" href="{product.Brand.Path}">{Html.Text(product.Brand.Name)}</a>, sold by
            <a class="seller" href="{product.Seller.Path}">{Html.Text(product.Seller.Name)}</a></p>
            """);
        html.Append("<ul class=\"tags\">");
        foreach (var tag in product.Tags)
        {
            html.Append($"<li>{Html.Text(tag)}</li>");
        }

        html.AppendLine("</ul>");
    }

    private static void AppendSpecs(StringBuilder html, Product product)
    {
        html.AppendLine("<h2>Details</h2><table class=\"specs\">");
        foreach (var (name, value) in product.Specs)
        {
            html.AppendLine($"<tr><th>{Html.Text(name)}</th><td>{Html.Text(value)}</td></tr>");
        }

        html.AppendLine("</table>");
    }

    private IEnumerable<Product> Related(Product product)
    {
        var index = product.Id - Making.ProductMaker.FirstId;
        // A step of 36 stays within the subcategory.
        return Enumerable.Range(1, 4).Select(i => catalog.Products[(index + (36 * i)) % catalog.Products.Count]);
    }
}
