using System.Text;
using Trawl.Demo.Data;

namespace Trawl.Demo.Pages;

internal sealed class HomePage(Layout layout, Catalog catalog)
{
    public string Render()
    {
        var html = new StringBuilder();
        html.AppendLine("<h1>Things worth keeping</h1>");
        html.AppendLine("<p>Made by people we know, mended when they break.</p>");
        html.AppendLine("<h2>From the newsletter</h2>");
        // The same products under the address a mail campaign uses.
        ListingPage.AppendCards(html, Some(7), "?utm_source=newsletter&amp;utm_medium=email");
        html.AppendLine("<h2>On the counter</h2>");
        ListingPage.AppendCards(html, Some(13));
        html.AppendLine("<h2>From the journal</h2>");
        BlogPages.AppendList(html, catalog.Articles.Take(3));
        return layout.Page("Home", "/", html.ToString());
    }

    private IEnumerable<Product> Some(int step) =>
        Enumerable.Range(1, 8).Select(i => catalog.Products[i * step % catalog.Products.Count]).Distinct();
}
