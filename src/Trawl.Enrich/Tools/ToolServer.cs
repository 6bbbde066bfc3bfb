using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Trawl.Fetch.Egress;
using Trawl.Model.Errors;
using Trawl.Model.Plans;
using Trawl.Plugins.Logs;

namespace Trawl.Enrich.Tools;

/// <summary>A tool server as the run meets it: connected to when it is first asked, and again when the connection was lost.</summary>
internal sealed class ToolServer(ToolServerPlan plan, EnrichmentOptions options) : IAsyncDisposable
{
    private static readonly TimeSpan s_start = TimeSpan.FromSeconds(30);

    private readonly WorkerLog _log = new(Path.Combine(options.LogFolder, plan.Name + ".log"));
    private readonly SemaphoreSlim _turn = new(1, 1);
    private ToolConnection? _connection;

    /// <summary>Patience with a server that is to greet us: programs take their time to start, however fast their tools are.</summary>
    private TimeSpan Connecting => plan.Timeout > s_start ? plan.Timeout : s_start;

    /// <summary>Calls a tool. Whatever goes wrong is in the answer.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the server is told.</exception>
    public Task<Answer> CallAsync(string tool, string arguments, CancellationToken cancellationToken) => AskAsync(
        $"{plan.Name}/{tool}",
        async (client, cancel) => ToolAnswer.Of(await client.CallToolAsync(Parameters(tool, arguments), cancel).ConfigureAwait(false)),
        cancellationToken);

    /// <summary>The allowed tools as a model is told of them, a JSON array.</summary>
    public Task<Answer> ListAsync(CancellationToken cancellationToken) => AskAsync(
        plan.Name,
        async (client, cancel) => ToolList.Of(plan, await client.ListToolsAsync((RequestOptions?)null, cancel).ConfigureAwait(false)),
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection) await connection.DisposeAsync().ConfigureAwait(false);
        _log.Dispose();
        _turn.Dispose();
    }

    private async Task<Answer> AskAsync(string who, Func<McpClient, CancellationToken, Task<Answer>> ask, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Connecting, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        ToolConnection? connection = null;
        try
        {
            connection = await ConnectionAsync(either.Token).ConfigureAwait(false);
            patience.CancelAfter(plan.Timeout);
            var answer = await ask(connection.Client, either.Token).ConfigureAwait(false);
            return answer.Text?.Length > plan.MaxAnswer
                ? Answer.Failed(ErrorCode.ToolAnswer, $"\"{who}\" answered with more than {plan.MaxAnswer} bytes (maxAnswer).") : answer;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception error) when (error is not Engine.Seams.Store.RunStoreException)
        {
            return Failure(who, connection, error, patience.IsCancellationRequested);
        }
    }

    private Answer Failure(string who, ToolConnection? connection, Exception error, bool isLate)
    {
        if (connection is null)
        {
            var why = isLate ? $"it did not greet us within {Connecting.TotalSeconds:0.#} s" : Innermost(error);
            return Answer.Failed(ErrorCode.ToolUnavailable, $"The tool server \"{plan.Name}\" cannot be used: {why}{_log.LastWords()}", suspendsRun: true);
        }

        if (isLate) return Answer.Failed(ErrorCode.ToolTimeout, $"\"{who}\" took longer than {plan.Timeout.TotalSeconds:0.#} s and was given up.");
        return error is McpException && !connection.IsOver
            ? Answer.Failed(ErrorCode.ToolAnswer, $"\"{who}\" was refused: {error.Message}")
            : Answer.Failed(ErrorCode.ToolLost, $"The connection to \"{plan.Name}\" was lost while \"{who}\" worked: {Innermost(error)}{_log.LastWords()}");
    }

    private async Task<ToolConnection> ConnectionAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_connection is { IsOver: false }) return _connection;
            if (_connection is { } old) await old.DisposeAsync().ConfigureAwait(false);
            _connection = null;
            return _connection = await ToolConnection.OpenAsync(plan, options, _log, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static CallToolRequestParams Parameters(string tool, string arguments) => new()
    {
        Name = tool,
        Arguments = JsonDocument.Parse(arguments).RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value),
    };

    /// <summary>What the library wraps says more than the wrapping.</summary>
    private static string Innermost(Exception error)
    {
        for (var at = error; at is not null; at = at.InnerException)
            if (at is EgressRefusedException || at.InnerException is null) return at.Message;
        return error.Message;
    }
}
