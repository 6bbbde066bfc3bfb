namespace Trawl.Cli.Commands.Pipelines;

/// <summary>The commands on saved pipelines.</summary>
internal static class PipelineGroup
{
    public static CommandGroup Make() => new(
        "pipeline", "Pipelines that are kept in the home, with every version of each.",
        new PipelineListCommand(), new PipelineSaveCommand(), new PipelineGetCommand(), new PipelineVersionsCommand(),
        new PipelineDiffCommand(), new PipelineRunCommand(), new PipelineRemoveCommand());
}
