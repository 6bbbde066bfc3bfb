using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Trawl.Access.Users;

namespace Trawl.Server.Tests;

/// <summary>What comes to the door: strangers' pages, wrong names, guesses, broken and giant bodies.</summary>
public sealed class DoorTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("evil.example", null, 421)]
    [InlineData(null, "https://evil.example", 421)]
    [InlineData("127.0.0.1.evil.example", null, 421)]
    [InlineData(null, "null", 421)]
    [InlineData("localhost", "http://localhost:3000", 200)]
    public async Task OnlyOurOwnNamesAreAnswered(string? host, string? origin, int expected)
    {
        using var http = fixture.As("viewer");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
        request.Headers.Host = host;
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var response = await http.SendAsync(request);
        Assert.Equal(expected, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("", 400)]
    [InlineData("[]", 400)]
    [InlineData("{\"name\":\"x\",\"role\":\"viewer\",\"more\":1}", 400)]
    [InlineData("{\"name\":null,\"role\":\"viewer\"}", 400)]
    [InlineData("{\"name\":\"grace\",\"role\":\"4\"}", 400)]
    public async Task BrokenBodiesAreProblemsThatSayWhy(string body, int expected)
    {
        using var http = fixture.As("admin");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync("/api/v1/users", content);
        Assert.Equal(expected, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.StartsWith("urn:trawl:problem:", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.Equal(response.Headers.GetValues("X-Correlation-Id").Single(), problem.GetProperty("correlation").GetString());
    }

    [Fact]
    public async Task ABodyThatIsTooDeepOrTooLargeIsRefused()
    {
        using var http = fixture.As("operator");
        using var deep = new StringContent(new string('[', 100_000), Encoding.UTF8, "application/json");
        using var refused = await http.PostAsync("/api/v1/runs", deep);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var large = new ByteArrayContent(new byte[5 << 20]) { Headers = { ContentType = new("application/json") } };
        http.DefaultRequestHeaders.ExpectContinue = true;
        using var tooLarge = await http.PostAsync("/api/v1/runs", large);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
    }

    [Fact]
    public async Task UnknownPathsAndMethodsAreProblemsToo()
    {
        using var http = fixture.As("viewer");
        using var path = await http.GetAsync("/api/v1/nothing");
        using var method = await http.DeleteAsync("/api/v1/runs");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed), (path.StatusCode, method.StatusCode));
        Assert.All([path, method], r => Assert.Equal("application/problem+json", r.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task TheOneTimeAddressWorksOnce()
    {
        using var http = fixture.As(null);
        using var first = await http.PostAsJsonAsync("/api/v1/session/once", new { token = fixture.Server.Invitation });
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var cookie = first.Headers.GetValues("Set-Cookie").Single();
        Assert.All(["httponly", "samesite=strict"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        using var again = await http.PostAsJsonAsync("/api/v1/session/once", new { token = fixture.Server.Invitation });
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
    }

    [Theory]
    [InlineData("cross-site", 401)]
    [InlineData("same-site", 401)]
    [InlineData("same-origin", 201)]
    public async Task ACookieCountsOnlyFromOurOwnPages(string site, int expected)
    {
        var signed = fixture.Access.Sessions.SignIn("admin", ServerFixture.Password);
        using var http = fixture.As(null);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tokens");
        request.Headers.Add("Cookie", $"trawl_session={signed.Secret}");
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Content = JsonContent.Create(new { label = "page", rights = new[] { "read" } });
        using var response = await http.SendAsync(request);
        Assert.Equal(expected, (int)response.StatusCode);
    }

    [Fact]
    public async Task NotOnLoopbackItNeedsACertificateAndUsers()
    {
        var options = new ServerOptions { Client = fixture.Local, Access = fixture.Access, Listen = new IPEndPoint(IPAddress.Any, 0) };
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => TrawlServer.StartAsync(options, CancellationToken.None));
        Assert.Contains("--self-signed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACallerThatNeverReadsHurtsNobody()
    {
        using var silent = new TcpClient();
        await silent.ConnectAsync(IPAddress.Loopback, fixture.Server.Address.Port);
        var token = fixture.TokenOf("viewer");
        var request = $"GET /api/v1/runs/{fixture.RunId}/journal HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nAccept: text/event-stream\r\n\r\n";
        await silent.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var http = fixture.As("viewer");
        Assert.Equal("viewer", (await http.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("user").GetString());
    }

    [Fact]
    public async Task WhoAsksTooOftenIsToldWhenToComeBack()
    {
        await using var server = await TrawlServer.StartAsync(
            new ServerOptions { Client = fixture.Local, Access = fixture.Access, Listen = new IPEndPoint(IPAddress.Loopback, 0), RequestsPerSecond = 1 },
            CancellationToken.None);
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", fixture.TokenOf("viewer"));
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 60 && answers.LastOrDefault()?.StatusCode != HttpStatusCode.TooManyRequests; i++)
        {
            answers.Add(await http.GetAsync("/api/v1/me"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1].StatusCode);
        Assert.NotNull(answers[^1].Headers.RetryAfter?.Delta);
        http.DefaultRequestHeaders.Authorization = new("Bearer", fixture.TokenOf("operator"));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task EveryAnswerCarriesItsHeaders()
    {
        using var http = fixture.As(null);
        using var response = await http.GetAsync("/health/live");
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public void NoRoleIsForgotten() => Assert.Equal(4, Enum.GetValues<Role>().Length);
}
