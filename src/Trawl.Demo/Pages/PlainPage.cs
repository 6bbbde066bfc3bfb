namespace Trawl.Demo.Pages;

/// <summary>Error pages and the pages that only people have business with.</summary>
internal sealed class PlainPage(Layout layout)
{
    public string Render(string title, string path, string text) =>
        layout.Page(title, path, $"<h1>{Html.Text(title)}</h1>\n<p>{Html.Text(text)}</p>\n");
}
