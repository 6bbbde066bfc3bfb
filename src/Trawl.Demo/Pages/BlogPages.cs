using System.Text;
using Trawl.Demo.Data;

namespace Trawl.Demo.Pages;

internal sealed class BlogPages(Layout layout, Catalog catalog)
{
    public const int PageSize = 15;

    public int Pages => Math.Max(1, (catalog.Articles.Count + PageSize - 1) / PageSize);

    public static string PathOf(int page) => page == 1 ? "/blog" : $"/blog?page={page}";

    public static void AppendList(StringBuilder html, IEnumerable<Article> articles)
    {
        html.AppendLine("<ul class=\"articles\">");
        foreach (var article in articles)
        {
            html.AppendLine($"""
                <li>{Html.Link(article.Path, article.Title)}<br>
                <span class="byline">{Html.Long(article.Date)}</span></li>
                """);
        }

        html.AppendLine("</ul>");
    }

    public string RenderList(int page)
    {
        var html = new StringBuilder("<h1>Journal</h1>\n");
        AppendList(html, catalog.Articles.Skip((page - 1) * PageSize).Take(PageSize));
        if (page < Pages)
        {
            html.AppendLine($"<div class=\"pages\"><a rel=\"next\" href=\"{PathOf(page + 1)}\">Older</a></div>");
        }

        return layout.Page("Journal", PathOf(page), html.ToString());
    }

    public string Render(Article article)
    {
        var html = new StringBuilder();
        html.AppendLine($"""
            <article class="article"><h1>{Html.Text(article.Title)}</h1>
            <p class="byline">By <span class="author">{Html.Text(article.Author)}</span> on
            <time datetime="{Html.Iso(article.Date)}">{Html.Long(article.Date)}</time></p>
            <div class="body">
            """);
        foreach (var paragraph in article.Paragraphs)
        {
            html.AppendLine($"<p>{Html.Text(paragraph)}</p>");
        }

        html.AppendLine("</div>");
        AppendTags(html, article);
        AppendMentions(html, article);
        html.AppendLine("</article>");
        return layout.Page(article.Title, article.Path, html.ToString());
    }

    private static void AppendTags(StringBuilder html, Article article)
    {
        html.Append("<ul class=\"tags\">");
        foreach (var tag in article.Tags)
        {
            html.Append($"<li>{Html.Text(tag)}</li>");
        }

        html.AppendLine("</ul>");
    }

    private static void AppendMentions(StringBuilder html, Article article)
    {
        html.Append("<p class=\"mentions\">Mentioned: ");
        for (var i = 0; i < article.Mentions.Count; i++)
        {
            html.Append(i == 0 ? "" : ", ").Append(Html.Link(article.Mentions[i], $"no. {i + 1}"));
        }

        html.AppendLine("</p>");
    }
}
