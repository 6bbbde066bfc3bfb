using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trawl.Access.Users;
using Trawl.Server.Answers;
using Trawl.Server.Endpoints.Bodies;
using Trawl.Server.Health;
using Trawl.Server.Metrics;

namespace Trawl.Server.Endpoints;

/// <summary>What machines ask of the server itself.</summary>
internal static class InfoEndpoints
{
    public static ServerInfo Info { get; } = new(
        "Trawl", typeof(InfoEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0", ["v1"]);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api", () => (JsonAnswer<ServerInfo>)Info).OpenToAll("server.info");
        app.MapGet("/health/live", () => (JsonAnswer<HealthReport>)new HealthReport("live", [])).OpenToAll("health.live");
        app.MapGet("/health/ready", Ready).OpenToAll("health.ready");
        app.MapGet("/metrics", (MetricStore metrics) => TypedResults.Text(metrics.Write(), Exposition.ContentType)).Needs(Right.Read, "metrics");
    }

    private static JsonAnswer<HealthReport> Ready(HealthDesk desk)
    {
        JsonAnswer<HealthReport> answer = desk.Read();
        return answer.IsReady() ? answer : answer.As(StatusCodes.Status503ServiceUnavailable);
    }

    private static bool IsReady(this JsonAnswer<HealthReport> answer) => answer.Value?.Status == "ready";
}
