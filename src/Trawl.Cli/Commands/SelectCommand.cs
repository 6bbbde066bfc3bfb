using System.CommandLine;
using Trawl.Api.Pages;
using Trawl.Api.Serialization;
using Trawl.Cli.Summaries;
using Trawl.Model.Plans;

namespace Trawl.Cli.Commands;

internal sealed class SelectCommand : TrawlCommand
{
    private readonly Argument<string> _run = CommonArguments.Run();
    private readonly Argument<string> _url = CommonArguments.RecordedUrl();
    private readonly Argument<string> _selector = new("SELECTOR") { Description = "CSS, XPath (begins with /) or JSONPath (begins with $)." };
    private readonly Option<string?> _rule = new("--rule") { Description = "Look at all pages of this rule.", HelpName = "name" };
    private readonly Option<bool> _onlyPage = new("--only-page") { Description = "Look at this page alone." };
    private readonly Option<int> _limit = CommonArguments.Limit(10);

    private readonly Option<SelectorLanguage?> _language = new("--as")
    {
        Description = "The selector's language, where its beginning does not say it.",
        HelpName = string.Join('|', Enum.GetNames<SelectorLanguage>()).ToLowerInvariant(),
    };

    public SelectCommand()
        : base(
            "select",
            "Try a selector on a recorded page and on all recorded pages of its rule; nothing is fetched.",
            "trawl select last https://books.example/p/17 .price",
            "trawl select last https://books.example/p/17 //h1 --rule book --json")
    {
        Add(_run);
        Add(_url);
        Add(_selector);
        foreach (var option in (Option[])[_language, _rule, _onlyPage, _limit])
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

        var request = new SelectRequest
        {
            RunId = runId,
            Url = parsed.GetRequiredValue(_url),
            Selector = parsed.GetRequiredValue(_selector),
            Language = parsed.GetValue(_language),
            Rule = parsed.GetValue(_rule),
            OnlyPage = parsed.GetValue(_onlyPage),
            Limit = parsed.GetValue(_limit),
        };
        return session.Answer(
            await session.Client.SelectAsync(request, CancellationToken.None),
            ApiJson.Readable.SelectResponse,
            new SelectView(session.Data).Write);
    }
}
