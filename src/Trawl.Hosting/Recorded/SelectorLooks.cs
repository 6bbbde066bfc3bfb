using System.Collections.Concurrent;
using Trawl.Api.Errors;
using Trawl.Api.Pages;
using Trawl.Hosting.Reading;
using Trawl.Model.Plans;
using Trawl.Recording.Reading;
using Trawl.Steps.Probing;
using Trawl.Storage.Reading;

namespace Trawl.Hosting.Recorded;

/// <summary>Tries selectors on recorded pages.</summary>
internal sealed class SelectorLooks(RecordedRun run, TimeProvider clock)
{
    private const int MostAlternatives = 5;

    public ApiResult<SelectResponse> Select(SelectRequest request, CancellationToken cancellationToken)
    {
        if (Limits.Check(request.Limit) is { } wrong)
        {
            return wrong;
        }

        if (!run.FindRequest(request.Url).TryGet(out var row, out var error)
            || !run.FindExchange(row, null).TryGet(out var exchange, out error))
        {
            return error;
        }

        var language = request.Language ?? SelectorGuess.Of(request.Selector);
        try
        {
            using var probe = new SelectorProbe(new SelectorSpec(language, request.Selector));
            return Select(request, row, exchange, probe, cancellationToken);
        }
        catch (ArgumentException refused)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, refused.Message.Split('\n')[0], $"It was read as {language}; --as names another language.");
        }
    }

    private ApiResult<SelectResponse> Select(
        SelectRequest request, RequestRow row, RecordedExchange exchange, SelectorProbe probe, CancellationToken cancellationToken)
    {
        var page = Exchanges.Page(exchange, run.Plan.Fetch.MaxBody);
        var found = probe.Select(page, request.Limit);
        if (found.Problem is { } problem)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, problem);
        }

        if (!RuleOf(request, row).TryGet(out var rule, out var unknown))
        {
            return unknown;
        }

        return new SelectResponse
        {
            Selector = new SelectorText(probe.Selector.Language, probe.Selector.Text),
            Url = row.Url,
            Count = found.Count,
            Matches = [.. found.Matches.Select(m => Places.Of(m.Place, m.Text))],
            Alternatives = found.Count > 0 ? [] : [.. probe.Alternatives(page, MostAlternatives)
                .Select(a => new SelectorAlternative(a.Selector.Text, a.Count, a.Sample))],
            Rule = rule.Length == 0 ? null : new RuleLook(run, probe, clock).Look(rule, request.Limit, cancellationToken),
        };
    }

    /// <summary>The rule whose pages are meant; empty for none.</summary>
    private ApiResult<string> RuleOf(SelectRequest request, RequestRow row)
    {
        if (request.OnlyPage)
        {
            return "";
        }

        var names = run.Plan.Pages.Select(p => p.Name).ToList();
        if (request.Rule is { } wanted)
        {
            return names.Contains(wanted)
                ? wanted
                : new ApiError(ApiErrorKind.InvalidRequest, $"The pipeline has no rule \"{wanted}\".", $"It has {string.Join(", ", names)}.");
        }

        var counts = run.Reader.PagesByRules();
        return RuleNames.Of(row).MinBy(name => counts.Where(c => c.Key.Split(',').Contains(name)).Sum(c => c.Value)) ?? "";
    }
}
