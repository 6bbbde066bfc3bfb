using System.CommandLine;
using Trawl.Access;
using Trawl.Mcp;

namespace Trawl.Cli.Commands;

internal sealed class McpCommand : TrawlCommand
{
    private readonly Option<bool> _private = new("--private-addresses")
    {
        Description = "Let pipelines that the assistant writes reach addresses that are not public.",
    };

    public McpCommand()
        : base(
            "mcp",
            "Serve an AI assistant over standard input and output, by the Model Context Protocol. The assistant starts it.",
            "trawl mcp")
    {
        Add(_private);
    }

    /// <summary>stdout belongs to the protocol alone.</summary>
    protected override async Task<int> ExecuteAsync(CliSession session, ParseResult parsed)
    {
        using var stop = new CancellationTokenSource();
        using var signals = new StopSignals(session.Clock, _ => stop.Cancel());
        await StdioDoor.ServeAsync(
            new McpDoorOptions
            {
                Client = session.Client,
                Pipelines = new AssistantPipelines(session.Client),
                Caller = Caller.Local,
                MayReachPrivate = parsed.GetValue(_private),
                Version = VersionCommand.Version.Split('+')[0],
                Clock = session.Clock,
            },
            stop.Token);
        return ExitCode.Ok;
    }
}
