using System.Text;
using Trawl.Demo.Data;

namespace Trawl.Demo.Pages;

/// <summary>All brands, or all sellers. Links carry a session id, as shops that want to follow a visitor do.</summary>
internal sealed class DirectoryPage(Layout layout)
{
    public string Render(string title, string path, IReadOnlyList<Party> parties)
    {
        var html = new StringBuilder();
        html.AppendLine($"<h1>{Html.Text(title)}</h1>").AppendLine("<ul class=\"directory\">");
        foreach (var party in parties)
        {
            html.AppendLine($"""
                <li><a href="{party.Path}?sid=7f3a{party.Name.Length:x2}">{Html.Text(party.Name)}</a></li>
                """);
        }

        html.AppendLine("</ul>");
        return layout.Page(title, path, html.ToString());
    }
}
