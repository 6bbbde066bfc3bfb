using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Trawl.Server.Tests;

public sealed class JournalTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task PagesHaveNoGapAndNoRepeat()
    {
        using var http = fixture.As("viewer");
        var seen = new List<long>();
        for (var after = 0L; ;)
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"/api/v1/runs/{fixture.RunId}/journal?after={after}&limit=37");
            seen.AddRange(page.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("sequence").GetInt64()));
            after = page.GetProperty("last").GetInt64();
            if (page.GetProperty("isComplete").GetBoolean())
            {
                break;
            }
        }

        Assert.True(seen.Count > 60);
        Assert.Equal(Enumerable.Range(1, seen.Count).Select(n => (long)n), seen);
    }

    [Fact]
    public async Task AStreamBrokenOffGoesOnBehindWhatItHad()
    {
        var whole = await StreamAsync(null, int.MaxValue);
        var cut = await StreamAsync(null, 25);
        var rest = await StreamAsync(cut[^1], int.MaxValue);
        Assert.Equal(Enumerable.Range(1, whole.Count).Select(n => (long)n), whole);
        Assert.Equal(whole, cut.Concat(rest));
    }

    [Fact]
    public async Task AHundredFollowersSeeTheSame()
    {
        var whole = await StreamAsync(null, int.MaxValue);
        var all = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => StreamAsync(i % 3 == 0 ? 10 : null, int.MaxValue)));
        Assert.All(all, seen => Assert.Equal(whole.Skip(whole.Count - seen.Count), seen));
        Assert.All(all, seen => Assert.Equal(whole[^1], seen[^1]));
    }

    [Theory]
    [InlineData("99999999")]
    [InlineData("minus one")]
    public async Task ANumberThatWasNeverGivenIsRefused(string last)
    {
        using var http = fixture.As("viewer");
        using var request = Request(last);
        using var response = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private HttpRequestMessage Request(string? last)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{fixture.RunId}/journal");
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (last is not null)
        {
            request.Headers.Add("Last-Event-ID", last);
        }

        return request;
    }

    /// <summary>Numbers of the events until the stream's end, or until so many were seen.</summary>
    private async Task<List<long>> StreamAsync(long? last, int most)
    {
        using var http = fixture.As("viewer");
        using var request = Request(last?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var seen = new List<long>();
        while (seen.Count < most && await reader.ReadLineAsync() is { } line && line != "event: end")
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                seen.Add(long.Parse(line.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return seen;
    }
}
