using System.IO.Compression;
using System.Net;
using System.Text;
using Trawl.Demo.Data;

namespace Trawl.Demo.Serving;

/// <summary>robots.txt, a sitemap index with a plain and a gzip part, and the journal's feed.</summary>
internal sealed class Sitemaps(string baseUrl, Catalog catalog)
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public Reply Robots() => Reply.Text(
        $"""
        User-agent: *
        Disallow: /cart
        Disallow: /admin
        Disallow: /search
        Disallow: /calendar/

        Sitemap: {baseUrl}/sitemap.xml

        """,
        "text/plain; charset=utf-8");

    public Reply Index() => Xml(
        Document("sitemapindex", "sitemap", ["/sitemap-pages.xml", "/sitemap-products.xml.gz"]));

    public Reply Pages() => Xml(Document("urlset", "url", [
        "/", "/brands", "/sellers", "/blog",
        .. catalog.Categories.Select(category => category.Path),
        .. catalog.Articles.Select(article => article.Path),
    ]));

    public Reply Products()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Document("urlset", "url", catalog.Products.Select(p => p.Path))));
        }

        return new Reply(200, "application/gzip", packed.ToArray());
    }

    public Reply Feed()
    {
        var xml = new StringBuilder();
        xml.AppendLine("<?xml version=\"1.0\" encoding=\"utf-8\"?>").AppendLine("<rss version=\"2.0\"><channel>");
        xml.AppendLine($"<title>Journal</title><link>{baseUrl}/blog</link><description>From the shop</description>");
        foreach (var article in catalog.Articles.Take(15))
        {
            xml.AppendLine($"""
                <item><title>{WebUtility.HtmlEncode(article.Title)}</title><link>{baseUrl + article.Path}</link>
                <guid>{baseUrl + article.Path}</guid></item>
                """);
        }

        return Reply.Text(xml.AppendLine("</channel></rss>").ToString(), "application/rss+xml; charset=utf-8");
    }

    private static Reply Xml(string xml) => Reply.Text(xml, "application/xml; charset=utf-8");

    private string Document(string root, string entry, IEnumerable<string> paths)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        xml.AppendLine($"<{root} xmlns=\"{Namespace}\">");
        foreach (var path in paths)
        {
            xml.AppendLine($"<{entry}><loc>{WebUtility.HtmlEncode(baseUrl + path)}</loc></{entry}>");
        }

        return xml.AppendLine($"</{root}>").ToString();
    }
}
