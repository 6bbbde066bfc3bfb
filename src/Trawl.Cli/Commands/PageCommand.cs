using System.CommandLine;
using Trawl.Api.Pages;
using Trawl.Api.Serialization;
using Trawl.Cli.Summaries;

namespace Trawl.Cli.Commands;

internal sealed class PageCommand : TrawlCommand
{
    private readonly Argument<string> _run = CommonArguments.Run();
    private readonly Argument<string> _url = CommonArguments.RecordedUrl();
    private readonly Option<bool> _headers = new("--headers") { Description = "Only the heads of request and answer." };
    private readonly Option<bool> _body = new("--body") { Description = "Only the text of the body, decoded." };
    private readonly Option<bool> _raw = new("--raw") { Description = "Only the bytes of the body, as they were received." };
    private readonly Option<bool> _screenshot = new("--screenshot") { Description = "Only the picture that was taken of it, as PNG." };
    private readonly Option<int?> _attempt = new("--attempt") { Description = "Another attempt than the last, from 1.", HelpName = "number" };

    public PageCommand()
        : base(
            "page",
            "Show a page as the run recorded it: heads, body, where it is kept.",
            "trawl page last https://books.example/p/17",
            "trawl page last https://books.example/p/17 --body > page.html",
            "trawl page last https://books.example/p/17 --screenshot > page.png")
    {
        Add(_run);
        Add(_url);
        foreach (var option in (Option[])[_headers, _body, _raw, _screenshot, _attempt])
        {
            Add(option);
        }
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (!(await session.FindRunAsync(parsed.GetRequiredValue(_run))).TryGet(out var runId, out var unknown))
        {
            return session.Refuse(unknown);
        }

        if (parsed.GetValue(_screenshot))
        {
            var picture = new ReadScreenshotRequest(runId, parsed.GetRequiredValue(_url), parsed.GetValue(_attempt));
            return session.Answer(
                await session.Client.ReadScreenshotAsync(picture, CancellationToken.None),
                ApiJson.Readable.PageScreenshot,
                p => session.Data.WriteBytes(p.Png));
        }

        var (onlyHeads, onlyBody, raw) = (parsed.GetValue(_headers), parsed.GetValue(_body), parsed.GetValue(_raw));
        var request = new ShowPageRequest
        {
            RunId = runId,
            Url = parsed.GetRequiredValue(_url),
            Attempt = parsed.GetValue(_attempt),
            Body = raw ? PageBody.Raw : onlyBody || (session.IsJson && !onlyHeads) ? PageBody.Text : PageBody.None,
        };
        var view = new PageView(session);
        return session.Answer(
            await session.Client.ShowPageAsync(request, CancellationToken.None),
            ApiJson.Readable.RecordedPage,
            page => view.Write(page, onlyHeads));
    }
}
