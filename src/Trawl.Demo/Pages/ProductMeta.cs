using System.Globalization;
using System.Text.Json;
using Trawl.Demo.Data;

namespace Trawl.Demo.Pages;

/// <summary>OpenGraph and JSON-LD of a product.</summary>
internal static class ProductMeta
{
    public static string Of(Product product, string baseUrl) => $"""
        <meta name="description" content="{Html.Text(product.Description)}">
        <meta property="og:type" content="product">
        <meta property="og:title" content="{Html.Text(product.Name)}">
        <meta property="og:url" content="{Html.Text(baseUrl + product.Path)}">
        <meta property="og:image" content="{Html.Text(baseUrl + ProductPage.ImagePath(product, 1))}">
        <script type="application/ld+json">{JsonLd(product, baseUrl)}</script>

        """;

    // The default encoder escapes <, > and &, so the text cannot end the script element.
    private static string JsonLd(Product product, string baseUrl) => JsonSerializer.Serialize(
        new Dictionary<string, object>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Product",
            ["name"] = product.Name,
            ["sku"] = product.Sku,
            ["gtin13"] = product.Gtin,
            ["brand"] = new Dictionary<string, object> { ["@type"] = "Brand", ["name"] = product.Brand.Name },
            ["offers"] = Offer(product, baseUrl),
        });

    private static Dictionary<string, object> Offer(Product product, string baseUrl)
    {
        var offer = new Dictionary<string, object>
        {
            ["@type"] = "Offer",
            ["url"] = baseUrl + product.Path,
            ["priceCurrency"] = "GBP",
            ["availability"] = product.Stock > 0 ? "https://schema.org/InStock" : "https://schema.org/OutOfStock",
        };
        if (product.Trouble != Trouble.BrokenPrice)
        {
            offer["price"] = product.Price.ToString("0.00", CultureInfo.InvariantCulture);
        }

        return offer;
    }
}
