using System.CommandLine;
using Trawl.Api.Explaining;
using Trawl.Api.Lineage;
using Trawl.Api.Serialization;
using Trawl.Cli.Summaries;

namespace Trawl.Cli.Commands;

internal sealed class ExplainCommand : TrawlCommand
{
    private readonly Argument<string> _run = CommonArguments.Run();

    private readonly Argument<string?> _url = new("URL")
    {
        Description = "Any URL, whether the run met it or not.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _record = new("--record")
    {
        Description = "Say instead how the record with this key came about: page, selectors, nodes, transforms. \"#\" and a number: by its number.",
        HelpName = "key",
    };

    private readonly Option<string?> _field = new("--field") { Description = "Only this field of the record.", HelpName = "name" };
    private readonly Option<string?> _type = new("--type") { Description = "The record's type, where several have the key.", HelpName = "record" };

    public ExplainCommand()
        : base(
            "explain",
            "Say why a URL was fetched, skipped, called a duplicate, delayed or retried, or what would become of it; or how a record came about.",
            "trawl explain last https://books.example/search?q=1",
            "trawl explain last --record TS-1001 --field price")
    {
        Add(_run);
        Add(_url);
        Add(_record);
        Add(_field);
        Add(_type);
        Validators.Add(result =>
        {
            var (hasUrl, hasRecord) = (result.GetValue(_url) is not null, result.GetValue(_record) is not null);
            if (hasUrl == hasRecord)
            {
                result.AddError("Give a URL or --record KEY.");
            }
        });
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (!(await session.FindRunAsync(parsed.GetRequiredValue(_run))).TryGet(out var runId, out var unknown))
        {
            return session.Refuse(unknown);
        }

        return parsed.GetValue(_record) is { } key
            ? await RecordAsync(session, parsed, runId, key)
            : session.Answer(
                await session.Client.ExplainAsync(new ExplainRequest(runId, parsed.GetValue(_url)!), CancellationToken.None),
                ApiJson.Readable.UrlExplanation,
                new ExplainView(session.Data).Write);
    }

    private async Task<int> RecordAsync(CliSession session, ParseResult parsed, string runId, string key)
    {
        var request = new ExplainRecordRequest
        {
            RunId = runId,
            Key = key,
            Type = parsed.GetValue(_type),
            Field = parsed.GetValue(_field),
        };
        return session.Answer(
            await session.Client.ExplainRecordAsync(request, CancellationToken.None),
            ApiJson.Readable.RecordExplanation,
            new LineageView(session.Data).Write);
    }
}
