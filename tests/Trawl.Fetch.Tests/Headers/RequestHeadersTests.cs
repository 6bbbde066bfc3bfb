using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Tests.Servers;
using Trawl.Model.Plans;

namespace Trawl.Fetch.Tests.Headers;

public sealed class RequestHeadersTests
{
    [Fact]
    public async Task Only_honest_and_needed_headers_are_sent()
    {
        var head = await SentAsync(new FetchPlan { Contact = "https://example.org/(bot)" });

        Assert.Matches(@"^User-Agent: Trawl/\d+\.\d+\.\d+ \(\+https://example\.org/bot\)$", Line(head, "User-Agent"));
        Assert.Equal("Accept-Encoding: gzip, br", Line(head, "Accept-Encoding"));
        Assert.StartsWith("Accept: text/html", Line(head, "Accept"), StringComparison.Ordinal);
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], Names(head));
    }

    [Fact]
    public async Task User_agent_without_contact_is_plain()
    {
        Assert.Matches(@"^User-Agent: Trawl/\d+\.\d+\.\d+$", Line(await SentAsync(new FetchPlan()), "User-Agent"));
    }

    [Fact]
    public async Task User_agent_of_the_plan_wins()
    {
        var head = await SentAsync(new FetchPlan { UserAgent = "Mine/1", Contact = "x" });

        Assert.Equal("User-Agent: Mine/1", Line(head, "User-Agent"));
    }

    [Fact]
    public async Task Plan_overrides_default_and_request_overrides_plan()
    {
        var head = await SentAsync(
            new FetchPlan(),
            ofPlan: [new("accept", "a/plan"), new("Accept-Language", "de"), new("X-Both", "plan")],
            ofRequest: [new("x-both", "request")]);

        Assert.Equal("a/plan", Line(head, "Accept")[8..]);
        Assert.Equal("Accept-Language: de", Line(head, "Accept-Language"));
        Assert.Equal("x-both: request", Line(head, "X-Both"));
        Assert.Single(Names(head), name => name.Equals("x-both", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Header_of_the_request_with_a_line_break_is_refused()
    {
        await using var server = RawServer.Saying("HTTP/1.1 200 OK\r\n\r\n");
        using var fetcher = new FetcherFixture();

        using var result = await fetcher.FetchAsync(
            new FetchRequest { Url = server.Url, Headers = [new("X-A", "1\r\nX-B: 2")] });

        Assert.Equal(FetchErrorKind.Protocol, result.Error!.Kind);
        Assert.Equal(0, server.Accepted);
    }

    [Fact]
    public async Task What_is_known_of_a_page_makes_the_request_conditional()
    {
        var head = await SentAsync(new FetchPlan(), known: new Validators("W/\"${env:PATH}\"", "Fri, 01 May 2026 12:00:00 GMT"));

        Assert.Equal("If-None-Match: W/\"${env:PATH}\"", Line(head, "If-None-Match"));
        Assert.Equal("If-Modified-Since: Fri, 01 May 2026 12:00:00 GMT", Line(head, "If-Modified-Since"));
    }

    [Fact]
    public async Task Conditions_of_the_pipeline_stand_and_broken_ones_are_not_sent()
    {
        var own = await SentAsync(new FetchPlan(), ofPlan: [new("If-None-Match", "\"mine\"")], known: new Validators("\"a\"", null));
        var broken = await SentAsync(new FetchPlan(), known: new Validators("\"a\r\nX-B: 2\"", "ä"));

        Assert.Equal("If-None-Match: \"mine\"", Line(own, "If-None-Match"));
        Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], Names(broken));
    }

    private static async Task<string> SentAsync(
        FetchPlan plan, HeaderPlan[]? ofPlan = null, HeaderPlan[]? ofRequest = null, Validators? known = null)
    {
        var head = "";
        await using var server = new RawServer(async connection =>
        {
            head = await connection.ReadHeadAsync();
            await connection.SendAsync("HTTP/1.1 204 No Content\r\n\r\n");
        });
        using var fetcher = new FetcherFixture(o => o with { Plan = plan, Headers = ofPlan ?? [] });
        using var result = await fetcher.FetchAsync(new FetchRequest { Url = server.Url, Headers = ofRequest ?? [], Validators = known });
        Assert.Equal(204, result.Status);
        return head;
    }

    private static string Line(string head, string name) => Assert.Single(
        head.Split("\r\n"), line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Names(string head) => head.Split("\r\n").Skip(1)
        .Where(line => line.Length > 0).Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal);
}
