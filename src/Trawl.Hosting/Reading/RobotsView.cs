using System.Globalization;
using Trawl.Api.Explaining;
using Trawl.Engine.Hosts;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;
using Trawl.Web.Robots;
using Trawl.Web.Urls;

namespace Trawl.Hosting.Reading;

/// <summary>What a stored robots.txt means.</summary>
internal static class RobotsView
{
    public static string InWords(RobotsRecord robots) => robots switch
    {
        { Unreachable: true } => "unreachable: everything is disallowed",
        { Status: 0 } => "not asked: the host may not be reached",
        { Status: >= 200 and < 300 } => "its rules apply",
        _ => string.Create(CultureInfo.InvariantCulture, $"status {robots.Status}: everything is allowed"),
    };

    public static RobotsDecision Decide(RobotsRecord robots, WebUrl url, FetchPlan plan)
    {
        if (robots.Unreachable)
        {
            const string reason = "robots.txt cannot be reached, so everything is disallowed";
            return new RobotsDecision(false, null, 0, reason, robots.FetchedAt, plan.ObeyRobots);
        }

        var token = RobotsToken.Of(plan.UserAgent);
        var verdict = RobotsRules.Parse(robots.Body).ForAgent(token).Check(url.PathAndQuerySpan);
        return new RobotsDecision(
            verdict.Allowed, verdict.Rule, verdict.Line, Reason(robots, verdict, token), robots.FetchedAt, plan.ObeyRobots);
    }

    private static string Reason(RobotsRecord robots, RobotsVerdict verdict, string token)
    {
        var answer = verdict.Allowed ? "allowed" : "disallowed";
        if (robots.Status == 0) return "not asked: the host may not be reached";
        if (robots.Status is not (>= 200 and < 300))
        {
            return string.Create(CultureInfo.InvariantCulture, $"allowed: robots.txt answered {robots.Status}");
        }

        return verdict.Group is { } group ? $"{answer} for \"{group}\"" : $"{answer}: robots.txt has no group for \"{token}\" or \"*\"";
    }
}
