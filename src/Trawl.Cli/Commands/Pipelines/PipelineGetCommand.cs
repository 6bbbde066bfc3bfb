using System.CommandLine;
using Trawl.Api.Pipelines.Saved;
using Trawl.Api.Serialization;

namespace Trawl.Cli.Commands.Pipelines;

internal sealed class PipelineGetCommand : TrawlCommand
{
    private readonly Argument<string> _name = PipelineNames.NameAndVersion();

    public PipelineGetCommand()
        : base("get", "Print a saved pipeline.", "trawl pipeline get shop > shop.yaml", "trawl pipeline get shop@3") => Add(_name);

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var (name, version) = PipelineNames.Read(parsed.GetRequiredValue(_name))!.Value;
        return session.Answer(
            await session.Client.ReadPipelineAsync(new ReadPipelineRequest(name, version), CancellationToken.None),
            ApiJson.Readable.PipelineText,
            text => session.Data.WriteText(text.Text));
    }
}
