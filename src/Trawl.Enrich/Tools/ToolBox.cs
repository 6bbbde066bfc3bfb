using System.Collections.Concurrent;
using Trawl.Model.Plans;

namespace Trawl.Enrich.Tools;

/// <summary>The tools of a run. No server is started or dialled before it is asked what the record does not answer.</summary>
internal sealed class ToolBox(EnrichmentOptions options) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<ToolServer>> _servers = new(StringComparer.Ordinal);

    /// <param name="server">The server's name in the pipeline.</param>
    /// <param name="tool">The tool, as the server names it.</param>
    /// <param name="arguments">A JSON object.</param>
    /// <param name="place">Where the question arose.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<Answer> CallAsync(string server, string tool, string arguments, string place, CancellationToken cancellationToken)
    {
        var plan = PlanOf(server);
        var question = new Question($"{server}/{tool}", arguments, place, $"tools.{server}", plan.Budget);
        return await options.Answers.AnswerAsync(question, cancel => ServerOf(plan).CallAsync(tool, arguments, cancel), cancellationToken);
    }

    /// <summary>What the server says of its allowed tools, a JSON array; asked once a run.</summary>
    public async Task<Answer> ListAsync(string server, CancellationToken cancellationToken)
    {
        var plan = PlanOf(server);
        var question = new Question(server, "tools/list", "", $"tools.{server}", plan.Budget);
        return await options.Answers.AnswerAsync(question, cancel => ServerOf(plan).ListAsync(cancel), cancellationToken);
    }

    /// <summary>The server's plan.</summary>
    public ToolServerPlan PlanOf(string server) => options.Plan.Tools!.First(plan => plan.Name == server);

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values.Where(server => server.IsValueCreated)) await server.Value.DisposeAsync().ConfigureAwait(false);
    }

    private ToolServer ServerOf(ToolServerPlan plan) => _servers.GetOrAdd(plan.Name, _ => new Lazy<ToolServer>(() => new ToolServer(plan, options))).Value;
}
