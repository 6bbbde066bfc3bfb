using System.CommandLine;
using Trawl.Api.Pipelines;
using Trawl.Api.Records;
using Trawl.Api.Runs;
using Trawl.Cli.Summaries;
using Trawl.Cli.Terminal;
using Trawl.Demo;

namespace Trawl.Cli.Commands;

/// <summary>
/// The first thing a newcomer runs. It uses the ordinary home: the demo's run is a run like any other, and the commands
/// suggested at the end work after the shop is gone.
/// </summary>
internal sealed class DemoCommand : TrawlCommand
{
    private const int Samples = 6;
    private const int SampleColumns = 6;

    private readonly Option<int> _products = new("--products")
    {
        Description = "Products in the shop.",
        HelpName = "number",
        DefaultValueFactory = _ => new DemoShopOptions().Products,
        Validators =
        {
            r =>
            {
                if (r.Tokens.Count == 1 && (!int.TryParse(r.Tokens[0].Value, out var number) || number is < 1 or > 100_000))
                {
                    r.AddError($"\"{r.Tokens[0].Value}\" cannot be the value of \"--products\": give it a whole number from 1 to 100000.");
                }
            },
        },
    };

    private readonly Option<bool> _redesigned = new("--redesigned")
    {
        Description = "Open the shop with a new template, in which some classes have other names: what drift is.",
    };

    public DemoCommand()
        : base(
            "demo",
            "Open a shop on this machine, collect it with a real pipeline, and show what came of it.",
            "trawl demo",
            "trawl demo --redesigned",
            "trawl demo --json")
    {
        Add(_products);
        Add(_redesigned);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        await using var shop = await DemoShop.StartAsync(
            new DemoShopOptions { Products = parsed.GetValue(_products), Redesigned = parsed.GetValue(_redesigned) },
            CancellationToken.None);
        session.Talk.Say($"A shop with {Amounts.Of(parsed.GetValue(_products), "product")} is open at {shop.BaseUrl};");
        session.Talk.Say("some of its pages are broken or slow.");
        var started = await session.Client.StartRunAsync(
            new StartRunRequest
            {
                Pipeline = new PipelineSource
                {
                    Text = DemoShop.Pipeline,
                    Path = Path.GetFullPath("shop.yaml"),
                    Set = new Dictionary<string, string> { ["site"] = shop.BaseUrl },
                },
            },
            CancellationToken.None);
        if (!started.TryGet(out var run, out var error))
        {
            return session.Refuse(error);
        }

        var flow = new RunFlow(session, run.RunId, strict: false) { Afterwards = ShowAsync };
        return await flow.FollowAsync();
    }

    private static async Task ShowAsync(CliSession session, RunDetails details)
    {
        var type = details.Records.OrderByDescending(r => r.Key == "product").Select(r => r.Key).FirstOrDefault();
        if (type is null)
        {
            return;
        }

        var page = await session.Client.ListRecordsAsync(
            new ListRecordsRequest { RunId = details.Run.RunId, Type = type, Limit = Samples }, CancellationToken.None);
        if (page.TryGet(out var records, out _))
        {
            session.Talk.Say();
            session.Talk.Say(session.Talk.Style.Bold($"Some of the {type} records"));
            session.Talk.Write(RecordTables.Sample(records.Records, SampleColumns), "  ");
        }

        session.Talk.Say();
        session.Talk.Say(session.Talk.Style.Bold("Try next"));
        foreach (var command in Suggestions(session, details, type))
        {
            session.Talk.Say($"  {command}");
        }
    }

    private static IEnumerable<string> Suggestions(CliSession session, RunDetails details, string type)
    {
        var id = details.Run.RunId;
        var example = details.Problems.FirstOrDefault(p => p.ExampleUrl is not null)?.ExampleUrl;
        yield return details.Quarantined.Values.Sum() > 0
            ? session.Suggest("show", id, "--quarantine")
            : session.Suggest("show", id, "--records", "--type", type);
        yield return example is null ? session.Suggest("show", id, "--requests") : session.Suggest("explain", id, example);
        yield return session.Suggest("export", id, "--to", "demo.csv", "--record", type);
    }
}
