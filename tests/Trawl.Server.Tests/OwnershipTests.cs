using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Trawl.Server.Tests;

public sealed class OwnershipTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task NobodySeesOrRevokesTheTokensOfAnother()
    {
        using var viewer = fixture.As("viewer");
        var seen = await viewer.GetFromJsonAsync<JsonElement>("/api/v1/tokens");
        Assert.All(seen.GetProperty("tokens").EnumerateArray(), t => Assert.Equal("viewer", t.GetProperty("user").GetString()));

        var others = fixture.Access.Tokens.List("editor");
        using var revoked = await viewer.DeleteAsync($"/api/v1/tokens/{others[0].Id}");
        Assert.Equal(HttpStatusCode.NotFound, revoked.StatusCode);
        Assert.Equal(others.Count, fixture.Access.Tokens.List("editor").Count);
    }

    [Fact]
    public async Task ATokenGivesOnNoMoreThanItHas()
    {
        using var editor = fixture.As("editor");
        using var made = await editor.PostAsJsonAsync("/api/v1/tokens", new { label = "reader", rights = new[] { "read" } });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var secret = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("secret").GetString()!;
        using var reader = fixture.As(null);
        reader.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        using var more = await reader.PostAsJsonAsync("/api/v1/tokens", new { label = "more", rights = new[] { "operate" } });
        Assert.Equal(HttpStatusCode.Forbidden, more.StatusCode);
        using var started = await reader.PostAsJsonAsync($"/api/v1/runs/{fixture.RunId}/resume", new { });
        Assert.Equal(HttpStatusCode.Forbidden, started.StatusCode);
    }

    [Fact]
    public async Task WhatChangesSomethingIsWrittenDownWithItsCorrelation()
    {
        using var admin = fixture.As("admin");
        using var added = await admin.PostAsJsonAsync("/api/v1/users", new { name = "grace", role = "viewer" });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var correlation = Assert.Single(added.Headers.GetValues("X-Correlation-Id"));
        var entry = Assert.Single(fixture.Access.Audit.Read(0, 1_000), e => e.Correlation == correlation);
        Assert.Equal(("admin", "user.add", "done"), (entry.Actor, entry.Action, entry.Outcome));

        using var again = await admin.PostAsJsonAsync("/api/v1/users", new { name = "grace", role = "viewer" });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        var failed = fixture.Access.Audit.Read(0, 1_000).Single(e => e.Correlation == again.Headers.GetValues("X-Correlation-Id").Single());
        Assert.Equal("failed", failed.Outcome);
        Assert.True((await admin.GetFromJsonAsync<JsonElement>("/api/v1/audit/check")).GetProperty("isIntact").GetBoolean());
    }
}
