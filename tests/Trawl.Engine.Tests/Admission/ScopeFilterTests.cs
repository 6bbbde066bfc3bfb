using Trawl.Engine.Admission;
using Trawl.Model.Plans;
using Trawl.Web.Urls;

namespace Trawl.Engine.Tests.Admission;

public sealed class ScopeFilterTests
{
    private static readonly ScopeFilter s_scope = new(new ScopePlan
    {
        Hosts = ["shop.test", "*.cdn.test", "odd.test:8080"],
        Include = ["/p/**", "re:\\.pdf$"],
        Exclude = ["/p/private/**"],
    });

    [Theory]
    [InlineData("http://shop.test/p/1", true, "scope.include")]
    [InlineData("https://shop.test/a.pdf", true, "scope.include")]
    [InlineData("http://a.cdn.test/p/x", true, "scope.include")]
    [InlineData("http://odd.test:8080/p/x", true, "scope.include")]
    [InlineData("http://odd.test/p/x", false, "scope.hosts")]
    [InlineData("http://shop.test.evil.test/p/1", false, "scope.hosts")]
    [InlineData("http://shop.test/q", false, "scope.include")]
    [InlineData("http://shop.test/p/private/1", false, "scope.exclude")]
    [InlineData("ftp://shop.test/p/1", false, "scheme")]
    public void Check_NamesTheDecidingRule(string url, bool inScope, string rule)
    {
        var verdict = s_scope.Check(WebUrl.Parse(url));

        Assert.Equal((inScope, rule), (verdict.InScope, verdict.Rule));
    }
}
