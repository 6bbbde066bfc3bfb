using System.Text;
using Trawl.Demo.Data;

namespace Trawl.Demo.Pages;

/// <summary>What every page has around its content.</summary>
internal sealed class Layout(string baseUrl, IReadOnlyList<Category> categories)
{
    public const string ShopName = "Tern & Sons";

    private const string Mark = """
        <svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true">
        <circle cx="17" cy="17" r="16" fill="#2f6b4f"/>
        <path d="M6 20c6-1 8-8 11-8s5 7 11 8c-6 2-8-1-11-1s-5 3-11 1z" fill="#fbf8f2"/></svg>
        """;

    private readonly string _head = Header(categories);

    public string BaseUrl => baseUrl;

    /// <param name="title">Title of the page, not encoded.</param>
    /// <param name="canonical">Path of the page's own address.</param>
    /// <param name="main">Content, encoded.</param>
    /// <param name="meta">Further elements of the head.</param>
    public string Page(string title, string canonical, string main, string meta = "") => $"""
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <title>{Html.Text(title)} · {Html.Text(ShopName)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="stylesheet" href="/style.css">
        <link rel="canonical" href="{Html.Text(baseUrl + canonical)}">
        <link rel="alternate" type="application/rss+xml" title="Journal" href="/feed.xml">
        {meta}</head>
        <body>
        {_head}<main>
        {main}</main>
        <footer><div><a href="/brands">Brands</a> <a href="/sellers">Sellers</a> <a href="/blog">Journal</a>
        <a href="/calendar/2026/1">Events</a> <a href="/cart">Basket</a> <a href="/admin">Staff</a>
        <span>A shop that exists only on this machine.</span></div></footer>
        </body>
        </html>

        """;

    private static string Header(IReadOnlyList<Category> categories)
    {
        var links = new StringBuilder();
        foreach (var category in categories)
        {
            links.AppendLine(Html.Link(category.Path, category.Name));
        }

        return $"""
            <header class="site"><div class="bar"><a class="name" href="/">{Mark}<span>{Html.Text(ShopName)}</span></a>
            <form action="/search"><input name="q" placeholder="Search the shop"></form></div>
            <nav class="main">
            {links}<a href="/brands">Brands</a>
            <a href="/sellers">Sellers</a>
            <a href="/blog">Journal</a>
            </nav></header>

            """;
    }
}
