using Trawl.Api.Errors;
using Trawl.Api.Explaining;
using Trawl.Engine.Admission;
using Trawl.Hosting.Home;
using Trawl.Model.Journal;
using Trawl.Model.Plans;
using Trawl.Storage.Reading;
using Trawl.Web.Urls;

namespace Trawl.Hosting.Reading;

/// <summary>Says why a URL has its fate, from what is stored and by the same rules the engine uses.</summary>
internal sealed class Explainer(RunReader reader, HomeSeal seal)
{
    private const int StepsShown = 20;

    private readonly PipelinePlan _plan = reader.ReadPlan();

    public ApiResult<UrlExplanation> Explain(string asked)
    {
        if (!WebUrl.TryParse(asked, out var parsed) || !parsed.IsHttp)
        {
            return new ApiError(
                ApiErrorKind.InvalidRequest,
                $"\"{asked}\" is no absolute http or https URL.",
                "Write it whole, as in \"https://example.com/a\".");
        }

        var form = new UrlForm(_plan.Canonical, seal.UrlsOf(_plan));
        var url = form.Of(parsed);
        var request = reader.Request(url.Href);
        var host = reader.Host(url.Origin);
        var robots = host is null ? null : reader.Robots(host.Id);
        var facts = new UrlExplanation
        {
            Verdict = "",
            Asked = form.Shown(asked),
            Canonical = url.Href,
            Changes = [.. form.Canonicalizer.Explain(parsed).Select(c => new SpellingChange(c.Rule, c.Before, c.After))],
            Scope = Scope(url),
            Robots = robots is null ? null : RobotsView.Decide(robots, url, _plan.Fetch),
            Rules = [.. _plan.Pages.Where(p => Matches(p, url)).Select(p => p.Name)],
            Request = request is null ? null : RunViews.Request(request),
            Meaning = RunViews.Meaning(request?.Code),
            Attempts = request is null ? [] : Attempts(request),
            Path = request is null ? [] : Path(request),
            Records = request?.Records ?? 0,
            Host = host is null ? null : RunViews.Host(host, robots),
        };
        return facts with { Verdict = Verdicts.Of(facts, request, reader.ReadRun().State) };
    }

    private ScopeDecision Scope(WebUrl url)
    {
        var verdict = new ScopeFilter(_plan.Scope).Check(url);
        return new ScopeDecision(verdict.InScope, (verdict.InScope, verdict.Pattern) switch
        {
            (_, { } pattern) => $"{verdict.Rule} has \"{pattern}\"",
            _ => $"no pattern of {verdict.Rule} matches",
        });
    }

    private static bool Matches(PageRule rule, WebUrl url) =>
        rule.Urls.Count == 0 || rule.Urls.Any(u => UrlPattern.TryParse(u, out var pattern, out _) && pattern.IsMatch(url));

    private List<AttemptInfo> Attempts(RequestRow request)
    {
        var attempts = reader.JournalOf(request.Id)
            .Where(e => e.Kind == JournalKind.AttemptSettled).Select(AttemptViews.Of).ToList();
        if (attempts.Count > 0 && request.RedirectedTo is { } target)
        {
            attempts[^1] = attempts[^1] with { RedirectedTo = target };
        }

        return attempts;
    }

    private List<FoundOn> Path(RequestRow request)
    {
        var steps = reader.PathTo(request.Id);
        var path = new List<FoundOn>();
        for (var i = 0; i < steps.Count && path.Count < StepsShown; i++)
        {
            path.Add(new FoundOn(i + 1 < steps.Count ? steps[i + 1].Url : null, steps[i].Via, steps[i].Depth));
        }

        return path;
    }
}
