using System.CommandLine;
using Trawl.Api.Hosts;
using Trawl.Api.Records;
using Trawl.Api.Requests;
using Trawl.Api.Runs;
using Trawl.Api.Serialization;
using Trawl.Cli.Summaries;
using Trawl.Model.Requests;

namespace Trawl.Cli.Commands;

internal sealed class ShowCommand : TrawlCommand
{
    private readonly Argument<string> _run = CommonArguments.Run();
    private readonly Option<bool> _requests = new("--requests") { Description = "Its requests instead of the summary." };
    private readonly Option<bool> _records = new("--records") { Description = "Its records instead of the summary." };
    private readonly Option<bool> _quarantine = new("--quarantine") { Description = "The invalid records and what is wrong with them." };
    private readonly Option<bool> _hosts = new("--hosts") { Description = "Its hosts and their politeness." };
    private readonly Option<string?> _type = new("--type") { Description = "Only records of this type.", HelpName = "record" };
    private readonly Option<string?> _url = new("--url") { Description = "Only requests whose URL contains this text.", HelpName = "text" };
    private readonly Option<string?> _code = new("--code") { Description = "Only requests with this code.", HelpName = "TRAWL-…" };
    private readonly Option<long> _after = new("--after") { Description = "Go on behind the page before.", HelpName = "number" };
    private readonly Option<int> _limit = CommonArguments.Limit(20);

    private readonly Option<RequestState?> _state = new("--state")
    {
        Description = "Only requests in this state.",
        HelpName = string.Join('|', Enum.GetNames<RequestState>()).ToLowerInvariant(),
    };

    public ShowCommand()
        : base(
            "show",
            "Show a run: its counts, problems and files; or its requests, records, invalid records or hosts.",
            "trawl show last",
            "trawl show last --requests --state failed",
            "trawl show last --records --type product --limit 5 --json")
    {
        Add(_run);
        foreach (var option in (Option[])[_requests, _records, _quarantine, _hosts, _state, _code, _url, _type, _after, _limit])
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

        var client = session.Client;
        var view = new ShowViews(session, runId);
        return (parsed.GetValue(_requests), parsed.GetValue(_records), parsed.GetValue(_quarantine), parsed.GetValue(_hosts)) switch
        {
            (true, _, _, _) => session.Answer(
                await client.ListRequestsAsync(Requests(parsed, runId), CancellationToken.None),
                ApiJson.Readable.RequestPage,
                view.Requests),
            (_, true, _, _) => session.Answer(
                await client.ListRecordsAsync(Records(parsed, runId), CancellationToken.None), ApiJson.Readable.RecordPage, view.Records),
            (_, _, true, _) => session.Answer(
                await client.ListQuarantineAsync(Records(parsed, runId), CancellationToken.None),
                ApiJson.Readable.RecordPage,
                view.Quarantine),
            (_, _, _, true) => session.Answer(
                await client.ListHostsAsync(new ListHostsRequest(runId, parsed.GetValue(_limit)), CancellationToken.None),
                ApiJson.Readable.ListHostsResponse,
                view.Hosts),
            _ => session.Answer(
                await client.ShowRunAsync(new ShowRunRequest(runId), CancellationToken.None), ApiJson.Readable.RunDetails, view.Run),
        };
    }

    private ListRequestsRequest Requests(ParseResult parsed, string runId) => new()
    {
        RunId = runId,
        State = parsed.GetValue(_state),
        Code = parsed.GetValue(_code),
        UrlContains = parsed.GetValue(_url),
        After = parsed.GetValue(_after),
        Limit = parsed.GetValue(_limit),
    };

    private ListRecordsRequest Records(ParseResult parsed, string runId) => new()
    {
        RunId = runId,
        Type = parsed.GetValue(_type),
        After = parsed.GetValue(_after),
        Limit = parsed.GetValue(_limit),
    };
}
