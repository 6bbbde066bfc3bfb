using System.Text.Json.Nodes;
using Trawl.Tests.Shared;

namespace Trawl.Server.Tests;

/// <summary>
/// The API's description is checked in. What changes it compatibly is written with TRAWL_UPDATE=1; what would break a
/// caller of today fails, whatever is set, until the API gets a new version.
/// </summary>
public sealed class DescriptionTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly string s_file = Repository.PathOf("docs/reference/openapi.json");

    [Fact]
    public async Task TheDescriptionIsTheOneCheckedIn()
    {
        using var http = fixture.As(null);
        var text = (JsonNode.Parse(await http.GetStringAsync("/api/v1/openapi.json"))!).ToJsonString(new() { WriteIndented = true }) + "\n";
        var isThere = File.Exists(s_file);
        var breaking = isThere ? ApiChanges.Breaking(JsonNode.Parse(await File.ReadAllTextAsync(s_file))!, JsonNode.Parse(text)!) : [];
        Assert.True(breaking.Count == 0, "These changes break callers of today:\n" + string.Join('\n', breaking));
        if (Environment.GetEnvironmentVariable("TRAWL_UPDATE") == "1")
        {
            await File.WriteAllTextAsync(s_file, text);
        }

        Assert.Equal(text, await File.ReadAllTextAsync(s_file));
    }

    [Theory]
    [InlineData("/paths/~1api~1v1~1runs/get", null, "GET")]
    [InlineData("/components/schemas/RunSummary/properties/state", null, "state")]
    [InlineData("/components/schemas/NewUserBody/required", """["name","role","password"]""", "password")]
    [InlineData("/components/schemas/RunSummary/properties/runId/type", "\"integer\"", "runId")]
    public async Task WhatBreaksACallerIsNamed(string pointer, string? value, string named)
    {
        var before = JsonNode.Parse(await File.ReadAllTextAsync(s_file))!;
        var after = before.DeepClone();
        var keys = pointer.Split('/').Skip(1).Select(k => k.Replace("~1", "/", StringComparison.Ordinal)).ToArray();
        var parent = keys[..^1].Aggregate(after, (node, key) => node[key]!);
        if (value is null)
        {
            parent.AsObject().Remove(keys[^1]);
        }
        else
        {
            parent[keys[^1]] = JsonNode.Parse(value);
        }

        Assert.Contains(ApiChanges.Breaking(before, after), c => c.Contains(named, StringComparison.Ordinal));
        Assert.Empty(ApiChanges.Breaking(before, before));
    }
}
