using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Trawl.Browser.Scripts;

namespace Trawl.Browser.Tabs;

/// <summary>A document's HTML around its body and in it, as the snapshot script gives it.</summary>
internal sealed record PageParts(string Open, string Body, string Close, int Foreign)
{
    public static async Task<PageParts> TakeAsync(IFrame frame)
    {
        var parts = await frame.EvaluateAsync<JsonElement>(BrowserScripts.Snapshot).ConfigureAwait(false);
        return new PageParts(Text("open"), Text("body"), Text("close"), parts.GetProperty("foreign").GetInt32());

        string Text(string name) => parts.GetProperty(name).GetString()!;
    }

    /// <summary>The whole document; where pages were turned, each in a section of its own, the first one first.</summary>
    public byte[] Join(IReadOnlyList<PageParts> before)
    {
        if (before.Count == 0) return Encoding.UTF8.GetBytes(Open + Body + Close);
        var text = new StringBuilder(Open);
        var number = 0;
        foreach (var part in before.Append(this))
        {
            text.Append("<section data-trawl-page=\"").Append(++number).Append("\">").Append(part.Body).Append("</section>");
        }

        return Encoding.UTF8.GetBytes(text.Append(Close).ToString());
    }
}
