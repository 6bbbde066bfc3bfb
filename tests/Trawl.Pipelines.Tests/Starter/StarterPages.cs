using System.Globalization;
using System.Text;

namespace Trawl.Pipelines.Tests.Starter;

/// <summary>Pages for the starter to look at.</summary>
internal static class StarterPages
{
    public const string Article = """
        <!doctype html><title>On trawling</title>
        <meta name="description" content="How nets work"><meta property="og:title" content="On trawling: a net">
        <script type="application/ld+json">{"@type":"Article","headline":"On trawling","author":{"name":"Me"},"datePublished":"2026-01-31"}</script>
        <nav><ul><li><a href="/a">First menu entry</a><li><a href="/b">Second menu entry</a><li><a href="/c">Third menu entry</a></ul></nav>
        <main><h1>On trawling</h1><p>A net is <b>drawn</b> through the sea.</p><time datetime="2026-01-31">31 January</time></main>
        """;

    public static string Shop
    {
        get
        {
            var page = new StringBuilder("""
                <!doctype html><title>All: "books" # 1</title><h1>Books</h1>
                <nav><ul class="menu"><li><a href="/1">Fiction and more</a><li><a href="/2">Science and more</a><li><a href="/3">History and more</a></ul></nav>
                <ol class="row">
                """);
            for (int i = 1; i <= 20; i++)
                page.Append(CultureInfo.InvariantCulture, $"""
                    <li class="col"><article class="product_pod {(i % 2 == 0 ? "even" : "odd")}"><a href="/product/{i}"><img src="/img/{i}.jpg"></a>
                    <h3><a href="/product/{i}">The {i}th book</a></h3><div><p class="price_color">£{i}.50</p><p class="stock">In stock</p></div></article></li>
                    """);
            return page.Append("</ol><ul class=pager><li class=next><a href='/page/2'>next</a></ul>").ToString();
        }
    }
}
