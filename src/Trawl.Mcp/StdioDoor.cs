using ModelContextProtocol.Server;

namespace Trawl.Mcp;

/// <summary>Serves one assistant over standard input and output, a JSON message a line each way, until it closes its end.</summary>
public static class StdioDoor
{
    /// <summary>Serves until the input ends or the token is cancelled.</summary>
    public static async Task ServeAsync(McpDoorOptions options, CancellationToken cancellationToken)
    {
        using var door = new McpDoor(options);
        await using var transport = new LineTransport(Console.OpenStandardInput(), Console.OpenStandardOutput());
        await using var server = McpServer.Create(transport, door.ServerOptions);
        try
        {
            await server.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Somebody stopped the process; runs under way are saved by whoever owns the client.
        }
    }
}
