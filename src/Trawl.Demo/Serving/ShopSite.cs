using System.Globalization;
using Trawl.Demo.Data;
using Trawl.Demo.Making;
using Trawl.Demo.Pages;

namespace Trawl.Demo.Serving;

/// <summary>The shop as a function: an address and how often it was asked before give the answer.</summary>
internal sealed class ShopSite
{
    private readonly Catalog _catalog;
    private readonly bool _troubles;
    private readonly bool _redesigned;
    private readonly Layout _layout;
    private readonly Sitemaps _sitemaps;
    private readonly StockApi _stock;
    private readonly Dictionary<string, Listing> _shelves;
    private readonly Dictionary<string, Func<Reply>> _fixed;
    private readonly Dictionary<string, Product> _products;
    private readonly Dictionary<string, Article> _articles;

    public ShopSite(Catalog catalog, string baseUrl, DemoShopOptions options)
    {
        _catalog = catalog;
        _troubles = options.Troubles;
        _redesigned = options.Redesigned;
        _layout = new Layout(baseUrl, catalog.Categories);
        _sitemaps = new Sitemaps(baseUrl, catalog);
        _stock = new StockApi(catalog);
        _shelves = Shelves.Of(catalog);
        _products = catalog.Products.ToDictionary(product => product.Path, StringComparer.Ordinal);
        _articles = catalog.Articles.ToDictionary(article => article.Path, StringComparer.Ordinal);
        _fixed = FixedPages();
    }

    /// <param name="address">What is asked for.</param>
    /// <param name="earlier">How often this path was asked for before.</param>
    public Reply Answer(Address address, int earlier)
    {
        if (_products.TryGetValue(address.Path, out var product))
        {
            return InTrouble(product.Trouble, product.Id, earlier, () => Render(product));
        }

        if (_articles.TryGetValue(address.Path, out var article))
        {
            return InTrouble(
                article.Trouble,
                article.Date.DayNumber,
                earlier,
                () => new BlogPages(_layout, _catalog).Render(article));
        }

        return Other(address) ?? Error(404, "Not here", address.Path);
    }

    private string Render(Product product)
    {
        var html = new ProductPage(_layout, _catalog).Render(product);
        return _redesigned ? Redesign.Apply(html) : html;
    }

    private Reply? Other(Address address)
    {
        if (_fixed.TryGetValue(address.Path, out var page)) return page();
        if (_shelves.TryGetValue(address.Path, out var listing)) return Shelf(listing, address);
        if (address.Path == "/blog") return Blog(address.Page);
        if (address.Path == "/api/stock") return _stock.Answer(address.Page);
        return Moved.Answer(address.Path, _catalog)
            ?? Generated.Answer(address.Path, _catalog, _layout)
            ?? (Troubles.Gone.Contains(address.Path) ? Error(410, "No longer sold", address.Path) : null);
    }

    private Dictionary<string, Func<Reply>> FixedPages() => new(StringComparer.Ordinal)
    {
        ["/"] = () => Reply.Html(new HomePage(_layout, _catalog).Render()),
        ["/style.css"] = () => Reply.Text(Assets.Text("shop.css"), "text/css; charset=utf-8"),
        ["/robots.txt"] = _sitemaps.Robots,
        ["/sitemap.xml"] = _sitemaps.Index,
        ["/sitemap-pages.xml"] = _sitemaps.Pages,
        ["/sitemap-products.xml.gz"] = _sitemaps.Products,
        ["/feed.xml"] = _sitemaps.Feed,
        ["/brands"] = () => Parties("Brands", "/brands", _catalog.Brands),
        ["/sellers"] = () => Parties("Sellers", "/sellers", _catalog.Sellers),
        ["/cart"] = () => Plain("Basket", "/cart", "Nothing in it yet."),
        ["/admin"] = () => Plain("Staff", "/admin", "Please knock."),
        ["/search"] = () => Plain("Search", "/search", "Ask at the counter."),
    };

    private Reply Shelf(Listing listing, Address address) => address.Page < 1 || address.Page > listing.Pages
        ? Error(404, "No such page", listing.Path)
        : Reply.Html(new ListingPage(_layout).Render(listing, address.Page, address.Sort));

    private Reply? Blog(int page)
    {
        var blog = new BlogPages(_layout, _catalog);
        return page < 1 || page > blog.Pages ? null : Reply.Html(blog.RenderList(page));
    }

    private Reply Parties(string title, string path, IReadOnlyList<Party> parties) =>
        Reply.Html(new DirectoryPage(_layout).Render(title, path, parties));

    private Reply Plain(string title, string path, string text) =>
        Reply.Html(new PlainPage(_layout).Render(title, path, text));

    private Reply Error(int status, string title, string path) => Reply.Html(
        new PlainPage(_layout).Render(title, path, string.Create(CultureInfo.InvariantCulture, $"Status {status}.")),
        status);

    private Reply InTrouble(Trouble trouble, int id, int earlier, Func<string> render) => trouble switch
    {
        Trouble.AlwaysFails when _troubles => Error(500, "Something broke", "/"),
        Trouble.FailsOnce when _troubles && earlier == 0 => Error(500, "Something broke", "/"),
        Trouble.BusyOnce when _troubles && earlier == 0 =>
            Error(503, "Too busy", "/") with { RetryAfterSeconds = 1 },
        Trouble.Slow when _troubles =>
            Reply.Html(render()) with { Delay = TimeSpan.FromMilliseconds(300 + (id * 37 % 501)) },
        Trouble.OldEncoding => new Reply(200, "text/html", Windows1252.Encode(
            render().Replace("<meta charset=\"utf-8\">", "<meta charset=\"iso-8859-1\">", StringComparison.Ordinal))),
        _ => Reply.Html(render()),
    };
}
