using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Trawl.Server.Logs;

namespace Trawl.Server.Tests;

public sealed class LogTests(ServerFixture fixture) : IClassFixture<ServerFixture>, IDisposable
{
    private const string Canary = "canary-7f3a9c";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trawl-log");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task OneIdLeadsFromTheDoorToProblemLogAndAudit()
    {
        const string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var lines = await ServeAsync(new LogOptions { File = FileOf("server.log"), IsJson = true }, async http =>
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", fixture.TokenOf("operator"));
            http.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");
            using var response = await http.PostAsync("/api/v1/runs/no-such-run/cancel", null);
            Assert.Equal(trace, response.Headers.GetValues("X-Correlation-Id").Single());
            Assert.Equal(trace, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("correlation").GetString());
        });
        var logged = lines.Select(l => JsonDocument.Parse(l).RootElement).Single(l => l.TryGetProperty("correlation", out var id) && id.GetString() == trace);
        Assert.Equal(("info", "404", "operator"), (Text(logged, "level"), Text(logged, "status"), Text(logged, "user")));
        Assert.Contains(fixture.Access.Audit.Read(0, 10_000), e => e.Correlation == trace && e.Action == "run.cancel");
    }

    [Fact]
    public async Task NoSecretIsEverLogged()
    {
        var lines = await ServeAsync(
            new LogOptions { File = FileOf("secret.log"), Level = LogLevel.Trace, Levels = new Dictionary<string, LogLevel> { ["Microsoft"] = LogLevel.Warning } },
            async http =>
            {
                http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Canary);
                http.DefaultRequestHeaders.Add("Cookie", $"trawl_session={Canary}");
                foreach (var path in new[] { $"/?once={Canary}", $"/api/v1/runs?x={Canary}", $"/api/v1/me?token={Canary}" })
                {
                    using var read = await http.GetAsync(path);
                }

                using var signIn = await http.PostAsync("/api/v1/session", new StringContent($$"""{"user":"admin","password":"{{Canary}}"}"""));
                using var body = new StringContent($$"""{"user":"admin","password":"{{Canary}}"}""", null, "application/json");
                using var wrong = await http.PostAsync("/api/v1/session", body);
                Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
            });
        Assert.True(lines.Count >= 5);
        Assert.DoesNotContain(lines, l => l.Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RoomsHaveLevelsOfTheirOwn()
    {
        var options = new LogOptions { File = FileOf("quiet.log"), Levels = new Dictionary<string, LogLevel> { ["Server.Logs"] = LogLevel.Error } };
        Assert.Empty(await ServeAsync(options, async http => (await http.GetAsync("/health/live")).Dispose()));
    }

    [Fact]
    public void AFullFileGivesWayAndTheOldestAreDeleted()
    {
        using (var log = ServerLog.Open(new LogOptions { File = FileOf("rolled.log"), FileSize = 4_000, Files = 3 }))
        {
            var logger = log.CreateLogger("Trawl.Server");
            for (var i = 0; i < 500; i++)
            {
                logger.Log(LogLevel.Information, default, $"line {i}\nof two", null, static (text, _) => text);
            }
        }

        var files = _folder.GetFiles("rolled*");
        Assert.Equal(3, files.Length);
        Assert.All(files, f => Assert.InRange(f.Length, 1, 4_200));
        var lines = files.SelectMany(f => File.ReadLines(f.FullName)).ToArray();
        Assert.All(lines, l => Assert.Contains("info", l, StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("line 499 of two", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> ServeAsync(LogOptions options, Func<HttpClient, Task> calls)
    {
        using (var log = ServerLog.Open(options))
        {
            await using var server = await TrawlServer.StartAsync(
                new ServerOptions { Client = fixture.Local, Access = fixture.Access, Listen = new IPEndPoint(IPAddress.Loopback, 0), Log = log },
                CancellationToken.None);
            using var http = new HttpClient { BaseAddress = server.Address };
            await calls(http);
        }

        var stem = Path.GetFileNameWithoutExtension(options.File);
        return [.. _folder.GetFiles($"{stem}*").SelectMany(f => File.ReadAllLines(f.FullName))];
    }

    private string FileOf(string name) => Path.Combine(_folder.FullName, name);

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();
}
