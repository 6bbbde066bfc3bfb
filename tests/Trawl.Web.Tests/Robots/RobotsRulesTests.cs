using System.Text;
using Trawl.Web.Robots;

namespace Trawl.Web.Tests.Robots;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("Disallow: /a", "/a/b", false)]
    [InlineData("Disallow: /a", "/b", true)]
    [InlineData("Disallow:", "/a", true)]
    [InlineData("Disallow: /\nAllow: /a", "/a", true)]
    [InlineData("Allow: /a\nDisallow: /a", "/a", true)]
    [InlineData("Disallow: /a\nAllow: /a", "/a", true)]
    [InlineData("Allow: /a\nDisallow: /a/b", "/a/b", false)]
    [InlineData("Disallow: /*.gif$", "/x/y.gif", false)]
    [InlineData("Disallow: /*.gif$", "/x/y.gif?z", true)]
    [InlineData("Disallow: /a*b*c$", "/axxbxxcxc", false)]
    [InlineData("Disallow: /a*b*c$", "/axxbxxcxd", true)]
    [InlineData("Disallow: *", "/x", false)]
    [InlineData("Disallow: /a$", "/ab", true)]
    [InlineData("Disallow: /a$b", "/a$b", false)]
    [InlineData("Disallow: /foo/bar/\u30c4", "/foo/bar/%E3%83%84", false)]
    [InlineData("Disallow: /foo/bar/%E3%83%84", "/foo/bar/%e3%83%84", false)]
    [InlineData("Disallow: /foo/bar/%62%61%7A", "/foo/bar/baz", false)]
    [InlineData("Disallow: /a%2Fb", "/a/b", true)]
    [InlineData("Disallow: /x%2A", "/x*y", false)]
    [InlineData("Disallow: /x%24", "/x$", false)]
    [InlineData("Disallow: /", "/robots.txt", true)]
    [InlineData("Disallow: /a # comment", "/a", false)]
    [InlineData("DISALLOW : /a", "/a", false)]
    public void Check_Rule(string rules, string path, bool allowed) =>
        Assert.Equal(allowed, Parse("User-agent: *\n" + rules).Check("trawl", path).Allowed);

    [Fact]
    public void Check_TellsRuleLineAndGroup()
    {
        var rules = Parse("# hello\r\nUser-agent: Trawl/1.0\r\nDisallow: /private\r\nAllow: /private/open\r\n");

        Assert.Equal(new RobotsVerdict(false, "Disallow: /private", 3, "trawl"), rules.Check("trawl", "/private/x"));
        Assert.Equal(
            new RobotsVerdict(true, "Allow: /private/open", 4, "trawl"), rules.Check("trawl", "/private/open"));
        Assert.Equal(new RobotsVerdict(true, null, 0, "trawl"), rules.Check("trawl", "/"));
        Assert.Equal(new RobotsVerdict(true, null, 0, null), rules.Check("other", "/private"));
    }

    [Fact]
    public void Check_GroupsOfOneRobot_AreMerged()
    {
        var rules = Parse(
            "user-agent: a\nuser-agent: b\ndisallow: /1\n\nuser-agent: *\ndisallow: /\n\nuser-agent: B\ndisallow: /2\n");

        Assert.False(rules.Check("b", "/1").Allowed);
        Assert.False(rules.Check("b", "/2").Allowed);
        Assert.True(rules.Check("b", "/3").Allowed);
        Assert.True(rules.Check("a", "/2").Allowed);
        Assert.False(rules.Check("c", "/3").Allowed);
        Assert.True(rules.Check("bb", "/robots.txt").Allowed);
    }

    [Fact]
    public void Parse_OtherLinesBetweenAgents_DoNotEndTheGroup()
    {
        var rules = Parse("User-agent: a\nSitemap: https://x/s.xml\nCrawl-delay: 2.5\nUser-agent: b\nDisallow: /\n");

        Assert.False(rules.Check("a", "/x").Allowed);
        Assert.Equal(TimeSpan.FromSeconds(2.5), rules.ForAgent("b").CrawlDelay);
        Assert.Equal(["https://x/s.xml"], rules.Sitemaps);
    }

    [Theory]
    [InlineData("1e99", 86400)]
    [InlineData("-1", null)]
    [InlineData("soon", null)]
    [InlineData("NaN", null)]
    public void CrawlDelay_Odd_IsBoundedOrAbsent(string value, int? seconds)
    {
        var delay = Parse($"User-agent: *\nCrawl-delay: {value}").ForAgent("a").CrawlDelay;
        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, delay);
    }

    [Fact]
    public void Parse_BomBadBytesAndLoneCarriageReturns_AreTolerated()
    {
        byte[] file = [0xEF, 0xBB, 0xBF, .. "User-agent: *\rDisallow: /caf"u8, 0xE9, .. "\rDisallow: /x"u8];
        var rules = RobotsRules.Parse(file);

        Assert.False(rules.Check("a", "/caf%E9").Allowed);
        Assert.Equal(3, rules.Check("a", "/x").Line);
    }

    [Fact]
    public void Parse_LongerThanTheLimit_DropsTheLineCutInTwo()
    {
        string head = "User-agent: *\nDisallow: /first\n";
        string filler = "#" + new string('x', RobotsRules.MaxBytes - head.Length - 15) + "\n";
        var rules = Parse(head + filler + "Disallow: /private/area\nDisallow: /never\n");

        Assert.True(rules.IsTruncated);
        Assert.False(rules.Check("a", "/first").Allowed);
        Assert.True(rules.Check("a", "/private/area").Allowed);
        Assert.True(rules.Check("a", "/never").Allowed);
    }

    [Fact]
    public void Check_HostileRules_StayCheap()
    {
        string stars = string.Concat(
            Enumerable.Repeat("Disallow: /" + string.Concat(Enumerable.Repeat("*a", 400)) + "b\n", 600));
        string runs = string.Concat(Enumerable.Repeat("Disallow: /*" + new string('a', 900) + "b\n", 500));
        string path = "/" + new string('a', 2000);

        foreach (string file in new[] { stars, runs })
            for (int i = 0; i < 20; i++) Assert.True(Parse("User-agent: *\n" + file).Check("x", path).Allowed);
    }

    [Fact]
    public void ParseAndCheck_Fuzzed_NeverThrows()
    {
        string[] samples =
        [
            "\ufeffUser-agent: *\nDisallow: /a*b$\nAllow: /%41\r\nCrawl-delay: 1\nSitemap: x\n\nUser-agent: trawl\nAllow:/\n",
        ];
        Fuzz.Bytes(samples, 5, 30_000, (bytes, _) =>
        {
            var rules = RobotsRules.Parse(bytes);
            rules.Check("trawl", "/a%zzb?*$\ud800");
            rules.Check("", Encoding.Latin1.GetString(bytes));
        });
    }

    [Theory]
    [InlineData(200, RobotsFetchKind.Rules, false, true)]
    [InlineData(404, RobotsFetchKind.Unavailable, true, true)]
    [InlineData(403, RobotsFetchKind.Unavailable, true, true)]
    [InlineData(429, RobotsFetchKind.Unreachable, false, false)]
    [InlineData(503, RobotsFetchKind.Unreachable, false, false)]
    [InlineData(302, RobotsFetchKind.Unreachable, false, false)]
    public void FetchState_FromResponse(int status, RobotsFetchKind kind, bool isPrivateAllowed, bool isOtherAllowed)
    {
        var state = RobotsFetchState.FromResponse(status, "User-agent: *\nDisallow: /private"u8);

        Assert.Equal(kind, state.Kind);
        Assert.Equal(isPrivateAllowed, state.Check("trawl", "/private").Allowed);
        Assert.Equal(isOtherAllowed, state.Check("trawl", "/other").Allowed);
        Assert.Contains(status.ToString(System.Globalization.CultureInfo.InvariantCulture), state.Reason);
    }

    [Fact]
    public void FetchState_Unreachable_DisallowsEverything()
    {
        var state = RobotsFetchState.Unreachable("too many redirects");
        Assert.False(state.Check("trawl", "/").Allowed);
        Assert.StartsWith("too many redirects", state.Reason);
        Assert.Equal(TimeSpan.FromHours(24), RobotsFetchState.MaxAge);
    }

    private static RobotsRules Parse(string text) => RobotsRules.Parse(Encoding.UTF8.GetBytes(text));
}
