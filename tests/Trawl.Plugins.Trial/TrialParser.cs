using Trawl.Sdk;
using Trawl.Sdk.Pages;

namespace Trawl.Plugins.Trial;

/// <summary>Makes HTML of lines of text: the first is the heading, the others are links.</summary>
internal sealed class TrialParser(PluginContext context) : IPageParser
{
    public ValueTask<ParsedDocument?> ParseAsync(PluginPage page)
    {
        Pace.Keep(context);
        if (context.Settings.Text("trouble") == "throw") throw new FormatException("This is no text.");
        var lines = page.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var links = lines.Skip(1).Select(line => $"<a href=\"{line}\">{line}</a>");
        return ValueTask.FromResult<ParsedDocument?>(ParsedDocument.Html($"<h1>{lines[0]}</h1>{string.Concat(links)}"));
    }
}
