using System.Reflection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Trawl.Fetch.Egress;
using Trawl.Model.Plans;
using Trawl.Plugins.Logs;
using Trawl.Web.Urls;

namespace Trawl.Enrich.Tools;

/// <summary>One connection to a tool server, with all that it holds open.</summary>
internal sealed class ToolConnection : IAsyncDisposable
{
    /// <summary>What a message may be long beyond an answer: lists of tools are longer than most answers.</summary>
    private const long Reserve = 4L << 20;

    private static readonly string s_version =
        typeof(ToolConnection).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private readonly IReadOnlyList<IDisposable> _held;

    private ToolConnection(McpClient client, IReadOnlyList<IDisposable> held) => (Client, _held) = (client, held);

    public McpClient Client { get; }

    /// <summary>Whether the other end has gone.</summary>
    public bool IsOver => Client.Completion.IsCompleted;

    /// <summary>Connects and greets. Whatever goes wrong is thrown as it comes; nothing stays open then.</summary>
    public static async Task<ToolConnection> OpenAsync(ToolServerPlan plan, EnrichmentOptions options, WorkerLog log, CancellationToken cancellationToken)
    {
        var held = new List<IDisposable>();
        try
        {
            var transport = await TransportAsync(plan, options, log, held).ConfigureAwait(false);
            var client = await McpClient.CreateAsync(transport, Options(plan, options), null, cancellationToken).ConfigureAwait(false);
            return new ToolConnection(client, held);
        }
        catch
        {
            foreach (var item in held) item.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A program first: what the client reads of it ends with it, and not before.
        foreach (var process in _held.OfType<ServerProcess>()) process.Dispose();
        try
        {
            await Client.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or HttpRequestException or OperationCanceledException)
        {
            // It was to end; how is all the same.
        }

        foreach (var item in _held) item.Dispose();
    }

    private static McpClientOptions Options(ToolServerPlan plan, EnrichmentOptions options) => new()
    {
        ClientInfo = new Implementation { Name = "trawl", Version = s_version },
        InitializationTimeout = Timeout.InfiniteTimeSpan,
        TimeProvider = options.Clock,
    };

    private static async Task<IClientTransport> TransportAsync(ToolServerPlan plan, EnrichmentOptions options, WorkerLog log, List<IDisposable> held)
    {
        var most = plan.MaxAnswer + Reserve;
        if (plan.Url is not { } text)
        {
            var process = await ServerProcess.StartAsync(plan, Path.Combine(options.TempFolder, plan.Name), options.Secrets, log).ConfigureAwait(false);
            held.Add(process);
            return new StreamClientTransport(process.Input, new LineLimit(process.Output, most));
        }

        var isSocket = text.StartsWith("ws", StringComparison.OrdinalIgnoreCase);
        var http = new GuardedHttp(EgressRules.ForService(options.Plan, WebUrl.Parse(isSocket ? "http" + text[2..] : text)), most, options.Clock);
        held.Add(http);
        var headers = options.Headers(plan.Headers).ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);
#pragma warning disable RS0030 // The guarded client: the library is given no other.
        return isSocket ? new SocketClient(http, new Uri(text), headers, plan.Name, most) : new HttpClientTransport(
            new HttpClientTransportOptions
            {
                Endpoint = new Uri(text), Name = plan.Name, TransportMode = HttpTransportMode.StreamableHttp, AdditionalHeaders = headers,
                EnableStandaloneGetStream = false,
            },
            http.Client, null, ownsHttpClient: false);
#pragma warning restore RS0030
    }
}
