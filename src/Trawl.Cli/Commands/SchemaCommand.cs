using System.CommandLine;
using Trawl.Hosting.Starting;

namespace Trawl.Cli.Commands;

internal sealed class SchemaCommand : TrawlCommand
{
    public SchemaCommand()
        : base(
            "schema",
            "Print the JSON Schema of the pipeline language, for editors.",
            "trawl schema > pipeline.schema.json")
    {
    }

    protected override Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        session.Data.WriteLine(PipelineTexts.Schema().TrimEnd());
        return Task.FromResult(ExitCode.Ok);
    }
}
