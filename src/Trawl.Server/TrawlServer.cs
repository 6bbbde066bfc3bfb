using System.Net;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trawl.Api.Serialization;
using Trawl.Mcp;
using Trawl.Server.Answers;
using Trawl.Server.Assistants;
using Trawl.Server.Callers;
using Trawl.Server.Describing;
using Trawl.Server.Endpoints;
using Trawl.Server.Health;
using Trawl.Server.Journals;
using Trawl.Server.Limits;
using Trawl.Server.Logs;
using Trawl.Server.Metrics;
using Trawl.Server.Security;

namespace Trawl.Server;

/// <summary>The HTTP API of a home, listening.</summary>
public sealed class TrawlServer : IAsyncDisposable
{
    private const long MostBody = 4L << 20;

    private static readonly TimeSpan s_ping = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;

    private TrawlServer(WebApplication app, Uri address, string invitation) =>
        (_app, Address, Invitation) = (app, address, invitation);

    /// <summary>Where it listens, by the name a browser on this machine uses.</summary>
    public Uri Address { get; }

    /// <summary>The one-time token that opens a session for the person at the machine; printed once, good once.</summary>
    public string Invitation { get; }

    /// <summary>Starts to listen.</summary>
    /// <exception cref="InvalidOperationException">Others could reach it, and it is not ready for that: no certificate, or no users.</exception>
    /// <exception cref="IOException">The address is taken.</exception>
    public static async Task<TrawlServer> StartAsync(ServerOptions options, CancellationToken cancellationToken)
    {
        if (Exposure.Problem(options) is { } problem)
        {
            throw new InvalidOperationException(problem);
        }

        var app = Build(options);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        // On loopback whoever can read this process' output owns the home; elsewhere people sign in.
        var invitation = IPAddress.IsLoopback(options.Listen.Address) ? app.Services.GetRequiredService<LocalSessions>().Invite() : "";
        return new TrawlServer(app, AddressOf(app), invitation);
    }

    /// <summary>Ends streams, lets open calls finish for as long as they may, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _app.Services.GetRequiredService<ServerLife>().Close();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    internal IReadOnlyList<Endpoint> Endpoints => [.. ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)_app).DataSources.SelectMany(s => s.Endpoints)];

    /// <summary>Sessions of assistants that are open.</summary>
    internal int AssistantSessions => _app.Services.GetRequiredService<McpSessions>().Count;

    private static WebApplication Build(ServerOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [] });
        builder.Logging.ClearProviders();
        if (options.Log is { } log)
        {
            // The log's own rules say what is in it.
            builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        }

        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, options));
        builder.WebHost.UseKestrelHttpsConfiguration();
        AddServices(builder.Services, options);
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void Configure(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MostBody;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
        kestrel.Limits.MaxConcurrentConnections = 5_000;
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        kestrel.Listen(options.Listen, listen =>
        {
            listen.Protocols = options.Certificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
            if (options.Certificate is { } certificate)
            {
                listen.UseHttps(certificate);
            }
        });
    }

    private static void AddServices(IServiceCollection services, ServerOptions options)
    {
        ApiDescription.Add(services);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Drain);
        services.ConfigureHttpJsonOptions(json =>
        {
            // A member we do not know is a mistake the caller wants to hear of, and so is one that is missing.
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ServerJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        });
        services.AddSingleton(options.Client).AddSingleton(options.Access).AddSingleton(options.Clock);
        services.AddSingleton<ServerLife>().AddSingleton<Faults>().AddSingleton<RequestLog>();
        services.AddSingleton<LocalSessions>().AddSingleton<CallerReader>().AddSingleton<RightsGate>();
        services.AddSingleton<RemotePipelines>().AddSingleton<JournalFeeds>().AddSingleton<JournalStream>();
        services.AddSingleton<MetricStore>().AddSingleton<ServerInstruments>().AddSingleton<ProcessInstruments>().AddSingleton<RunInstruments>();
        services.AddSingleton<RequestTiming>().AddSingleton(new CallerLimits(options.RequestsPerSecond));
        services.AddSingleton(new HostGate(options.Listen.Address, options.Hosts));
        services.AddSingleton<ServerPipelines>().AddSingleton<McpSessions>().AddSingleton<McpHttp>().AddSingleton<McpSockets>();
        services.AddSingleton(provider => new McpDoor(new McpDoorOptions
        {
            Client = options.Client,
            Access = options.Access,
            Pipelines = provider.GetRequiredService<ServerPipelines>(),
            MayReachPrivate = options.AssistantsReachPrivate,
            Version = InfoEndpoints.Info.Version,
            Clock = options.Clock,
        }));
        services.AddSingleton(provider => options.Assistants ?? provider.GetRequiredService<McpDoor>().ServerOptions);
        services.AddSingleton(new HealthDesk([.. options.Checks, new ClockCheck(options.Clock)]));
    }

    private static void Use(WebApplication app)
    {
        var services = app.Services;
        // The listener before the meters it listens to.
        _ = services.GetRequiredService<MetricStore>();
        _ = services.GetRequiredService<ProcessInstruments>();
        _ = services.GetRequiredService<RunInstruments>();
        app.UseRouting();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = s_ping, KeepAliveTimeout = s_ping });
        app.Use(services.GetRequiredService<RequestLog>().InvokeAsync);
        app.Use(services.GetRequiredService<RequestTiming>().InvokeAsync);
        app.Use(SecurityHeaders.AddAsync);
        app.Use(services.GetRequiredService<Faults>().InvokeAsync);
        app.Use(services.GetRequiredService<HostGate>().InvokeAsync);
        app.Use(services.GetRequiredService<CallerReader>().InvokeAsync);
        app.Use(services.GetRequiredService<CallerLimits>().InvokeAsync);
        app.Use(services.GetRequiredService<RightsGate>().InvokeAsync);
        MapAll(app);
        ApiDescription.Map(app);
    }

    private static void MapAll(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app)
    {
        FrontPage.Map(app);
        InfoEndpoints.Map(app);
        McpEndpoints.Map(app);
        var api = app.MapGroup("/api/v1");
        SessionEndpoints.Map(api);
        AccessEndpoints.Map(api);
        AuditEndpoints.Map(api);
        RunEndpoints.Map(api);
        ReadingEndpoints.Map(api);
        RecordedEndpoints.Map(api);
        ReplayEndpoints.Map(api);
        PlanEndpoints.Map(api);
        PipelineEndpoints.Map(api);
        ScheduleEndpoints.Map(api);
        MachineEndpoints.Map(api);
    }

    private static Uri AddressOf(WebApplication app)
    {
        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new Uri(listening.Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal));
    }
}
