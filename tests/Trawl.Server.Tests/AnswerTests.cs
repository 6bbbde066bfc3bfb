using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Trawl.Server.Tests;

public sealed class AnswerTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task WhatDidNotChangeIsNotSentAgain()
    {
        using var http = fixture.As("viewer");
        using var first = await http.GetAsync($"/api/v1/runs/{fixture.RunId}");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{fixture.RunId}");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        request.Dispose();
        using var other = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{fixture.RunId}");
        other.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"something else\""));
        using var third = await http.SendAsync(other);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task RecordsAreReadPageByPage()
    {
        using var http = fixture.As("viewer");
        var ids = new List<long>();
        for (long? after = 0; after is not null;)
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"/api/v1/runs/{fixture.RunId}/records?after={after}&limit=17");
            ids.AddRange(page.GetProperty("records").EnumerateArray().Select(r => r.GetProperty("id").GetInt64()));
            after = page.TryGetProperty("next", out var next) ? next.GetInt64() : null;
        }

        var run = await http.GetFromJsonAsync<JsonElement>($"/api/v1/runs/{fixture.RunId}");
        Assert.Equal(run.GetProperty("run").GetProperty("records").GetInt64(), ids.Count);
        Assert.Equal(ids.Distinct().Order(), ids);
    }

    [Fact]
    public async Task AnUnknownRunIsAProblemWithAWayOut()
    {
        using var http = fixture.As("viewer");
        using var response = await http.GetAsync("/api/v1/runs/no-such-run");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("urn:trawl:problem:not-found", problem.GetProperty("type").GetString());
        Assert.Contains("trawl runs", problem.GetProperty("wayOut").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheEnvironmentOfTheServerIsNotTheCallers()
    {
        Environment.SetEnvironmentVariable("TRAWL_TEST_CANARY", "canary-value");
        using var http = fixture.As("operator");
        var text = "name: leak\nstart: http://127.0.0.1:9/${env:TRAWL_TEST_CANARY}\npages:\n  all:\n    url: /**\n    extract:\n      page:\n        fields:\n          url: { from: url }\n";
        using var response = await http.PostAsJsonAsync("/api/v1/runs", new { pipeline = new { text, path = "/leak.yaml" } });
        Assert.True(HttpStatusCode.UnprocessableEntity == response.StatusCode, await response.Content.ReadAsStringAsync());
        Assert.DoesNotContain("canary-value", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("start:\n  - http://127.0.0.1:9/\n  - { file: /etc/passwd }", "/etc/passwd")]
    [InlineData("start: http://127.0.0.1:9/\noutputs:\n  - { jsonl: /tmp/pages.jsonl }", "/tmp/pages.jsonl")]
    public async Task TheFilesOfTheServerAreNotTheCallers(string lines, string file)
    {
        using var http = fixture.As("operator");
        var text = $"name: leak\n{lines}\npages:\n  all:\n    url: /**\n    extract:\n      page:\n        fields:\n          url: {{ from: url }}\n";
        using var response = await http.PostAsJsonAsync("/api/v1/runs", new { pipeline = new { text, path = "/leak.yaml" } });
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(HttpStatusCode.BadRequest == response.StatusCode, answer);
        Assert.Contains(file, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadinessNamesEachPartWithItsReading()
    {
        using var http = fixture.As(null);
        var report = await http.GetFromJsonAsync<JsonElement>("/health/ready");
        Assert.Equal("ready", report.GetProperty("status").GetString());
        Assert.All(report.GetProperty("checks").EnumerateArray(), c => Assert.NotEmpty(c.GetProperty("reading").GetString()!));
    }
}
