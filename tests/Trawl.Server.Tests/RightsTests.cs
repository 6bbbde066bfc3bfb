using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trawl.Access.Users;
using Trawl.Server.Callers;

namespace Trawl.Server.Tests;

/// <summary>Every endpoint there is, called by everybody there is: an endpoint added tomorrow is in here by itself.</summary>
public sealed class RightsTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public void EveryEndpointSaysWhatItNeeds() => Assert.All(
        fixture.Server.Endpoints, e => Assert.True(e.Metadata.GetMetadata<NeedsRight>() is not null, e.DisplayName));

    [Fact]
    public void OnlyTheseAreOpen() => Assert.Equal(
        ["api.describe", "health.live", "health.ready", "server.front", "server.info", "session.close", "session.once", "session.open"],
        fixture.Server.Endpoints.Where(e => Needs(e) == Right.None)
            .Select(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName).Order());

    [Fact]
    public async Task EachRefusesWhoLacksTheRight()
    {
        foreach (var (method, path, needs) in Calls())
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(null, method, path));
            foreach (var role in Enum.GetValues<Role>())
            {
                var status = await CallAsync(role.ToString().ToLowerInvariant(), method, path);
                var may = Rights.Of(role).HasFlag(needs);
                Assert.True(may != (status == HttpStatusCode.Forbidden), $"{method} {path} answers {role} with {status}, and it needs {needs}.");
                Assert.True(status != HttpStatusCode.InternalServerError, $"{method} {path} failed for {role}.");
            }
        }
    }

    private IEnumerable<(string Method, string Path, Right Needs)> Calls() =>
        from endpoint in fixture.Server.Endpoints.Cast<RouteEndpoint>()
        let needs = Needs(endpoint)
        where needs != Right.None
        let method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]
        select (method, Fill(endpoint.RoutePattern), needs);

    /// <summary>Names of things that do not exist: rights are decided before anything is looked for.</summary>
    private static string Fill(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) =>
        pattern.Parameters.Aggregate(pattern.RawText!, (path, p) => path.Replace($"{{{p.Name}}}", "none-such", StringComparison.Ordinal));

    private static Right Needs(Endpoint endpoint) => endpoint.Metadata.GetMetadata<NeedsRight>()?.Right ?? Right.None;

    private async Task<HttpStatusCode> CallAsync(string? user, string method, string path)
    {
        using var http = fixture.As(user);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is "POST" or "PATCH" or "PUT")
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.StatusCode;
    }
}
