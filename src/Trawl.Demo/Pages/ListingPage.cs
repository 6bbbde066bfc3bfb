using System.Text;
using Trawl.Demo.Data;

namespace Trawl.Demo.Pages;

internal sealed class ListingPage(Layout layout)
{
    public string Render(Listing listing, int page, string sort)
    {
        var html = new StringBuilder();
        html.AppendLine($"<h1>{Html.Text(listing.Title)}</h1>");
        html.AppendLine($"<p class=\"about\">{Html.Text(listing.About)}</p>");
        AppendParts(html, listing);
        AppendTools(html, listing);
        AppendCards(html, listing.On(page, sort));
        AppendPager(html, listing, page);
        return layout.Page(listing.Title, listing.PathOf(page), html.ToString());
    }

    /// <summary>Cards of a listing, also used for what is shown beside other things.</summary>
    public static void AppendCards(StringBuilder html, IEnumerable<Product> products, string query = "")
    {
        html.AppendLine("<div class=\"listing\">");
        foreach (var product in products)
        {
            html.AppendLine($"""
                <div class="card">{Picture.Of(product, 1)}
                <a class="product" href="{product.Path}{query}">{Html.Text(product.Name)}</a>
                <span class="amount">{Html.Money(product.Price)}</span></div>
                """);
        }

        html.AppendLine("</div>");
    }

    private static void AppendParts(StringBuilder html, Listing listing)
    {
        if (listing.Parts.Count == 0) return;
        html.Append("<nav class=\"parts tools\">");
        foreach (var part in listing.Parts)
        {
            html.Append(Html.Link(part.Path, part.Name)).Append(' ');
        }

        html.AppendLine("</nav>");
    }

    private static void AppendTools(StringBuilder html, Listing listing) => html.AppendLine($"""
        <div class="tools sort"><span>{listing.Products.Count} things</span> Sort by
        <a href="{listing.Path}?sort=price">price</a> <a href="{listing.Path}?sort=name">name</a></div>
        """);

    private static void AppendPager(StringBuilder html, Listing listing, int page)
    {
        html.Append("<div class=\"pages\">");
        if (page > 1) html.Append($"<a rel=\"prev\" href=\"{listing.PathOf(page - 1)}\">Previous</a> ");
        html.Append($"<span>{page} of {listing.Pages}</span>");
        if (page < listing.Pages) html.Append($" <a rel=\"next\" href=\"{listing.PathOf(page + 1)}\">Next</a>");
        html.AppendLine("</div>");
    }
}
