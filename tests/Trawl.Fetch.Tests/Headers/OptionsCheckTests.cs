using Trawl.Fetch.Http;
using Trawl.Model.Plans;

namespace Trawl.Fetch.Tests.Headers;

public sealed class OptionsCheckTests
{
    [Fact]
    public void Everything_wrong_is_reported_at_once()
    {
        var options = new FetcherOptions
        {
            Plan = new FetchPlan { UserAgent = "a\nb", Contact = "ü" },
            TempFolder = "relative",
            Headers = [new("bad name", "v"), new("", "v"), new("X-Ok", "line\nbreak"), new("Content-Length", "3")],
        };

        var problems = options.Check();

        Assert.Equal(7, problems.Count);
        Assert.Contains(problems, problem => problem.Contains("\"bad name\"", StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.DoesNotContain('\n', problem));
        var thrown = Assert.Throws<ArgumentException>(() => new HttpFetcher(options));
        Assert.All(problems, problem => Assert.Contains(problem, thrown.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_secret_in_a_bad_value_is_not_shown()
    {
        var options = new FetcherOptions
        {
            Plan = new FetchPlan(),
            TempFolder = Path.GetTempPath(),
            Headers = [new("Authorization", "s3cret\u0001")],
        };

        Assert.DoesNotContain("s3cret", Assert.Single(options.Check()), StringComparison.Ordinal);
    }
}
