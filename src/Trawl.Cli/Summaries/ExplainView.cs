using System.Globalization;
using Trawl.Api.Explaining;
using Trawl.Cli.Terminal;

namespace Trawl.Cli.Summaries;

/// <summary>An explanation as text: the answer first, then what it rests on.</summary>
internal sealed class ExplainView(DataOut data)
{
    private readonly Style _style = data.Style;

    public void Write(UrlExplanation explanation)
    {
        data.WriteLine(_style.Bold(SafeText.Line(explanation.Verdict)));
        data.WriteLine();
        Spelling(explanation);
        Fact("scope", (explanation.Scope.InScope ? "inside: " : "outside: ") + explanation.Scope.Reason);
        Robots(explanation.Robots);
        Fact("rules", explanation.Rules.Count == 0 ? "no page rule has a URL pattern for it" : string.Join(", ", explanation.Rules));
        Request(explanation);
        Attempts(explanation.Attempts);
        Path(explanation.Path);
        if (explanation.Host is { } host)
        {
            var delay = host.DelaySeconds switch
            {
                null => "not asked yet",
                0 => "no pause between requests",
                { } seconds => $"one request every {Amounts.Duration(seconds)}",
            };
            var failures = host.Failures > 0 ? $", {Amounts.Of(host.Failures, "failure")} in a row" : "";
            Fact("host", $"{host.Name}: {delay}{failures}");
        }
    }

    private void Fact(string name, string text) => data.WriteLine($"{_style.Dim(name.PadRight(9))} {SafeText.Line(text)}");

    private void Spelling(UrlExplanation explanation)
    {
        Fact("asked", explanation.Asked);
        Fact("canonical", explanation.Canonical);
        foreach (var change in explanation.Changes)
        {
            Fact("", $"{change.Rule}: {change.After}");
        }
    }

    private void Robots(RobotsDecision? robots)
    {
        if (robots is null)
        {
            return;
        }

        var line = robots.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $" (line {robots.Line}: {robots.Rule})") : "";
        Fact("robots", $"{robots.Reason}{line}{(robots.Obeyed ? "" : "; the pipeline does not obey it")}");
    }

    private void Request(UrlExplanation explanation)
    {
        if (explanation.Request is not { } request)
        {
            return;
        }

        var code = request.Code is { } outcome ? $", {outcome}: {explanation.Meaning}" : "";
        Fact("request", $"{RunWords.State(request.State)}{code}; depth {request.Depth}, {Amounts.Of(request.Attempts, "attempt")}, "
            + $"{Amounts.Of(explanation.Records, "record")}");
        if (request.Reason is { } reason)
        {
            Fact("reason", reason);
        }
    }

    private void Attempts(IReadOnlyList<AttemptInfo> attempts)
    {
        foreach (var attempt in attempts)
        {
            var parts = new List<string> { $"{Amounts.ExactTime(attempt.At)} {attempt.Outcome}" };
            if (attempt.Status is { } status)
            {
                parts.Add($"status {status}");
            }

            if (attempt.DurationMs is { } milliseconds)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms"));
            }

            if (attempt.Bytes is { } bytes)
            {
                parts.Add(Amounts.Bytes(bytes));
            }

            if (attempt.Reason is { } reason)
            {
                parts.Add(reason);
            }

            if (attempt.RedirectedTo is { } target)
            {
                parts.Add($"redirected to {target}");
            }

            if (attempt.NotBefore is { } next)
            {
                parts.Add($"next attempt not before {Amounts.ExactTime(next)}");
            }

            Fact("attempt", string.Join(", ", parts));
        }
    }

    private void Path(IReadOnlyList<FoundOn> path)
    {
        foreach (var step in path)
        {
            Fact("found", step.Url is null ? $"by start point {step.Via}" : $"on {step.Url} by rule {step.Via}");
        }
    }
}
