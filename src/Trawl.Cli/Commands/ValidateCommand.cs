using System.CommandLine;
using Trawl.Api.Pipelines;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Commands;

internal sealed class ValidateCommand : TrawlCommand
{
    private readonly Argument<string> _file = CommonArguments.Pipeline();
    private readonly Option<Dictionary<string, string>> _set = CommonArguments.Set();

    public ValidateCommand()
        : base(
            "validate",
            "Check a pipeline and show all errors and warnings at once. Fetches nothing.",
            "trawl validate books.yaml")
    {
        Add(_file);
        Add(_set);
    }

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        if (!CommonArguments.Read(parsed.GetRequiredValue(_file), parsed.GetRequiredValue(_set)).TryGet(out var source, out var unread))
        {
            return session.Refuse(unread);
        }

        var response = (await session.Client.ValidateAsync(new ValidateRequest(source), CancellationToken.None)).Value;
        if (session.IsJson)
        {
            session.Data.WriteJson(ValidateDocument.Of(source.Path, response), CliJson.Readable.ValidateDocument);
        }

        if (response.Diagnostics.Count > 0)
        {
            ErrorView.Write(session.Talk, response.Diagnostics);
        }

        if (response.Plan is { } plan)
        {
            session.Talk.Say($"{session.Talk.Style.Green("ok")} {source.Path}: pipeline \"{plan.Name}\", "
                + $"{Amounts.Of(plan.Start.Count, "start point")}, {Amounts.Of(plan.Pages.Count, "page rule")}, "
                + $"{Amounts.Of(plan.Records.Count, "record type")}, {Amounts.Of(plan.Outputs.Count, "output")}");
        }

        return response.IsValid ? ExitCode.Ok : ExitCode.Usage;
    }
}
