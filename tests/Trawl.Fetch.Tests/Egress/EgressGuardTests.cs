using System.Net;
using System.Net.Sockets;
using Trawl.Fetch.Egress;
using Trawl.Model.Plans;
using Trawl.Web.Urls;

namespace Trawl.Fetch.Tests.Egress;

public sealed class EgressGuardTests
{
    private const string Public = "93.184.215.14";

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://127.0.0.1./")]
    [InlineData("http://127。0。0。1/")]
    [InlineData("http://①②⑦.⓪.⓪.①/")]
    [InlineData("http://%31%32%37.0.0.1/")]
    [InlineData("http://0/")]
    [InlineData("http://0xA9FEA9FE/")]
    [InlineData("http://169.254.43518/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[0:0:0:0:0:0:0:1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://[fe80::1]/")]
    public async Task However_an_address_is_spelled_in_a_URL_it_is_seen(string text)
    {
        var url = new Uri(WebUrl.Parse(text).Href);
        var refused = await Assert.ThrowsAsync<EgressRefusedException>(() => CheckAsync(url));
        Assert.Contains("if it is yours to fetch, allow it with egress: { allow: [\"", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0177.1")]
    [InlineData("2130706433")]
    [InlineData("[::1]")]
    [InlineData("::1")]
    [InlineData("fe80::1%2")]
    [InlineData("[fe80::1%25eth0]")]
    [InlineData("::ffff:10.0.0.1")]
    public Task A_host_as_the_handler_has_it_is_seen_too(string host) =>
        Assert.ThrowsAnyAsync<Exception>(async () =>
            await Guard(EgressRules.PublicOnly).CheckAsync(new EgressTarget("http", host, 80), default));

    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost.")]
    [InlineData("127.0.0.1.")]
    [InlineData("0x7f.1")]
    public async Task Spellings_that_only_the_resolver_understands_are_judged_by_its_answer(string host)
    {
        var guard = new EgressGuard(EgressRules.PublicOnly, new SystemResolver());
        try
        {
            await guard.CheckAsync(new EgressTarget("http", host, 80), default);
            Assert.Fail($"{host} passed");
        }
        catch (Exception e) when (e is EgressRefusedException or SocketException)
        {
            // Refused, or no host at all: either way nothing may be dialled.
        }
    }

    [Fact]
    public async Task What_was_checked_is_what_is_dialled()
    {
        var resolver = PaperResolver.Saying(Public, "127.0.0.1");
        var guard = Guard(EgressRules.PublicOnly, resolver);

        var target = await guard.CheckAsync(new EgressTarget("https", "rebind.example", 443), default);

        Assert.Equal([new IPEndPoint(IPAddress.Parse(Public), 443)], target.Ends);
        Assert.Equal(1, resolver.Asked);
        await Assert.ThrowsAsync<EgressRefusedException>(
            async () => await guard.CheckAsync(new EgressTarget("https", "rebind.example", 443), default));
    }

    [Fact]
    public async Task Of_a_name_with_public_and_private_addresses_the_public_ones_remain()
    {
        var guard = Guard(EgressRules.PublicOnly, PaperResolver.SayingAll("127.0.0.1", Public, "fd00::1", "::ffff:10.0.0.1"));

        var target = await guard.CheckAsync(new EgressTarget("http", "both.example", 80), default);

        Assert.Equal([IPAddress.Parse(Public)], target.Ends.Select(end => end.Address));
    }

    [Fact]
    public async Task A_name_that_leads_home_is_refused_with_the_way_out()
    {
        var guard = Guard(EgressRules.PublicOnly, PaperResolver.Saying("10.0.0.5"));

        var refused = await Assert.ThrowsAsync<EgressRefusedException>(
            async () => await guard.CheckAsync(new EgressTarget("http", "wiki.corp", 8080), default));

        Assert.Equal(
            "\"wiki.corp:8080\" is at 10.0.0.5, in private use (RFC 1918) and not on the public internet; "
            + "if it is yours to fetch, allow it with egress: { allow: [\"wiki.corp:8080\"] }",
            refused.Message);
    }

    [Theory]
    [InlineData("wiki.corp", "wiki.corp", 8080, true)]
    [InlineData("wiki.corp", "wiki.corp.", 80, true)]
    [InlineData("wiki.corp:8080", "wiki.corp", 8080, true)]
    [InlineData("wiki.corp:8080", "wiki.corp", 80, false)]
    [InlineData("*.corp", "wiki.corp", 80, true)]
    [InlineData("*.corp", "corp", 80, false)]
    [InlineData("wiki.corp", "wiki.corp.evil.example", 80, false)]
    [InlineData("10.0.0.0/24", "anything.example", 8080, true)]
    [InlineData("10.0.1.0/24", "anything.example", 80, false)]
    [InlineData("fd00::/8", "anything.example", 80, false)]
    [InlineData("10.0.0.5", "10.0.0.5", 80, true)]
    [InlineData("10.0.0.5", "anything.example", 80, false)]
    public async Task What_the_pipeline_allows_passes_and_nothing_else(string allow, string host, int port, bool passes)
    {
        var guard = Guard(FetcherFixture.Allowing(allow), PaperResolver.Saying("10.0.0.5"));
        var checking = guard.CheckAsync(new EgressTarget("http", host, port), default).AsTask();

        if (passes) Assert.Equal(new IPEndPoint(IPAddress.Parse("10.0.0.5"), port), (await checking).Ends.Single());
        else await Assert.ThrowsAsync<EgressRefusedException>(() => checking);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/a", "127.0.0.1", 8080, true)]
    [InlineData("http://127.0.0.1:8080/a", "127.0.0.1", 8081, false)]
    [InlineData("http://127.0.0.1:8080/a", "127.0.0.2", 8080, false)]
    [InlineData("http://127.0.0.1:8080/a", "rebind.example", 8080, false)]
    [InlineData("http://127.1:8080/a", "127.0.0.1", 8080, true)]
    [InlineData("http://localhost:8080/", "localhost", 8080, true)]
    [InlineData("http://localhost:8080/", "127.0.0.1", 8080, false)]
    [InlineData("http://shop.localhost:8080/", "shop.localhost", 8080, true)]
    [InlineData("http://10.0.0.5/", "10.0.0.5", 80, true)]
    [InlineData("http://10.0.0.5/", "10.0.0.5", 443, false)]
    [InlineData("http://[::1]:8080/", "::1", 8080, true)]
    [InlineData("http://[::ffff:7f00:1]/", "::ffff:127.0.0.1", 80, true)]
    [InlineData("http://wiki.corp/", "wiki.corp", 80, false)]
    public async Task A_start_URL_that_names_an_address_permits_that_host_and_port(string start, string host, int port, bool passes)
    {
        var plan = new PipelinePlan { Name = "test", Start = [new StartUrl(start)] };
        var guard = Guard(EgressRules.Of(plan), PaperResolver.Saying("127.0.0.1"));
        var checking = guard.CheckAsync(new EgressTarget("http", host, port), default).AsTask();

        if (passes) Assert.Equal(port, (await checking).Ends.Single().Port);
        else await Assert.ThrowsAsync<EgressRefusedException>(() => checking);
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(443, true)]
    [InlineData(8443, true)]
    [InlineData(9001, true)]
    [InlineData(9100, false)]
    [InlineData(22, false)]
    [InlineData(6379, false)]
    [InlineData(8081, true)]
    [InlineData(8082, true)]
    public async Task Ports_of_public_hosts_are_those_that_the_pipeline_names(int port, bool passes)
    {
        var plan = new PipelinePlan
        {
            Name = "test",
            Start = [new StartSitemap("http://shop.example:8081/sitemap.xml", [])],
            Scope = new ScopePlan { Hosts = ["shop.example:8082"] },
            Egress = new EgressPlan { Ports = [new PortRange(8443, 8443), new PortRange(9000, 9099)] },
        };
        var guard = Guard(EgressRules.Of(plan));
        var checking = guard.CheckAsync(new EgressTarget("http", "shop.example", port), default).AsTask();

        if (passes) Assert.Single((await checking).Ends);
        else Assert.Contains($"egress: {{ ports: [{port}] }}", (await Assert.ThrowsAsync<EgressRefusedException>(() => checking)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    [InlineData("ftp", false)]
    [InlineData("file", false)]
    [InlineData("ws", false)]
    public async Task Schemes_are_those_that_the_pipeline_names(string scheme, bool passes)
    {
        var plan = new PipelinePlan { Name = "test", Start = [], Egress = new EgressPlan { Schemes = ["https"] } };
        var checking = Guard(EgressRules.Of(plan)).CheckAsync(new EgressTarget(scheme, "a.example", 443), default).AsTask();

        if (passes) Assert.Single((await checking).Ends);
        else Assert.Contains("schemes: [http, https]", (await Assert.ThrowsAsync<EgressRefusedException>(() => checking)).Message, StringComparison.Ordinal);
    }

    private static EgressGuard Guard(EgressRules rules, PaperResolver? resolver = null) =>
        new(rules, resolver ?? PaperResolver.Saying(Public));

    private static async Task CheckAsync(Uri url) => await Guard(EgressRules.PublicOnly).CheckAsync(EgressTarget.Of(url), default);
}
