using System.CommandLine;
using Trawl.Api.Pipelines.Saved;
using Trawl.Api.Serialization;

namespace Trawl.Cli.Commands.Pipelines;

internal sealed class PipelineRemoveCommand : TrawlCommand
{
    private readonly Argument<string> _name = PipelineNames.Name();

    public PipelineRemoveCommand()
        : base("remove", "Take a saved pipeline away; runs of it stay.", "trawl pipeline remove shop") => Add(_name);

    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_name);
        var read = await session.Client.ReadPipelineAsync(new ReadPipelineRequest(name), CancellationToken.None);
        return !read.TryGet(out var current, out var error)
            ? session.Refuse(error)
            : session.Answer(
                await session.Client.RemovePipelineAsync(new RemovePipelineRequest(name, current.Version.Version), CancellationToken.None),
                ApiJson.Readable.SavedPipeline,
                _ => session.Talk.Say($"{name} is removed."));
    }
}
