using System.CommandLine;
using Trawl.Api.Errors;
using Trawl.Api.Outputs;
using Trawl.Api.Serialization;
using Trawl.Cli.Terminal;
using Trawl.Model.Plans;

namespace Trawl.Cli.Commands;

internal sealed class ExportCommand : TrawlCommand
{
    private readonly Argument<string> _run = CommonArguments.Run();

    private readonly Option<string> _to = new("--to")
    {
        Description = "The file, or - for stdout; {record} stands for the record type. A file that exists is replaced in one step.",
        HelpName = "file",
        Required = true,
    };

    private readonly Option<OutputFormat?> _format = new("--format")
    {
        Description = "The format, when the file's extension does not say it.",
        HelpName = "jsonl|json|csv|sqlite",
    };

    private readonly Option<string[]> _records = new("--record")
    {
        Description = "Only records of this type; may be repeated.",
        HelpName = "type",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _changes = new("--changes")
    {
        Description = "Only what an incremental run found changed: each record with _change (new, changed, gone) and _before.",
    };

    public ExportCommand()
        : base(
            "export",
            "Write a run's records to a file of another format or place, whether the run is finished or not.",
            "trawl export last --to products.csv --record product",
            "trawl export last --to - --format jsonl | head",
            "trawl export last --changes --to changes.jsonl")
    {
        Add(_run);
        Add(_to);
        Add(_format);
        Add(_records);
        Add(_changes);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (!(await session.FindRunAsync(parsed.GetRequiredValue(_run))).TryGet(out var runId, out var unknown))
        {
            return session.Refuse(unknown);
        }

        var to = parsed.GetRequiredValue(_to);
        var path = to == "-" ? to : Path.GetFullPath(to);
        var request = new ExportRequest(
            runId, path, parsed.GetValue(_format), parsed.GetRequiredValue(_records), parsed.GetValue(_changes));
        return to == "-" ? await StreamAsync(session, request) : await WriteAsync(session, request);
    }

    private static async Task<int> StreamAsync(CliSession session, ExportRequest request)
    {
        if (session.IsJson)
        {
            return session.Refuse(new ApiError(
                ApiErrorKind.InvalidRequest, "\"--to -\" and \"--json\" both want stdout.", "Give a file, or leave --json out."));
        }

        await using var stdout = Console.OpenStandardOutput();
        var result = await session.Client.ExportAsync(request, stdout, CancellationToken.None);
        return result.TryGet(out _, out var error) ? ExitCode.Ok : session.Refuse(error);
    }

    private static async Task<int> WriteAsync(CliSession session, ExportRequest request)
    {
        var result = await session.Client.ExportAsync(request, CancellationToken.None);
        return session.Answer(result, ApiJson.Readable.ExportResponse, response =>
        {
            foreach (var output in response.Outputs)
            {
                session.Data.WriteLine(output.Path);
                session.Talk.Say($"{Amounts.Of(output.Records.Values.Sum(), "record")}, {Amounts.Bytes(output.Bytes)}, {output.Format}");
            }
        });
    }
}
