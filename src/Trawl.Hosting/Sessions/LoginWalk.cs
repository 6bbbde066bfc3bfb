using System.Text;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Pages;
using Trawl.Model.Plans;
using Trawl.Steps.Forms;
using Trawl.Web.Urls;

namespace Trawl.Hosting.Sessions;

/// <summary>
/// Logs in: the form's page, the form filled in and sent, the page behind it. None of these exchanges is recorded: they hold
/// the secrets. Messages name the plan's URL alone, for a form may put its fields into one.
/// </summary>
/// <param name="inner">Makes the exchanges, with the run's cookies.</param>
/// <param name="plan">The run's plan; it has a login.</param>
/// <param name="values">Fills in the secrets, at every login.</param>
internal sealed class LoginWalk(IFetcher inner, PipelinePlan plan, Func<IReadOnlyList<HeaderPlan>> values)
{
    private const int MostRedirects = 10;
    private readonly LoginPlan _login = plan.Login!;

    /// <summary>Why it could not be done; null when it was. An error of the network or of a server that is not well may pass.</summary>
    public async Task<FetchError?> RunAsync(CancellationToken cancellationToken)
    {
        using var page = await FollowAsync(new FetchRequest { Url = _login.Url }, cancellationToken);
        if (Problem(page.Result, "gave no form") is { } problem) return problem;
        if (LoginForm.Find(page.Page(plan.Fetch.MaxBody), _login.Form) is not { } form)
        {
            return _login.Success is { } done && LoginForm.Has(page.Page(plan.Fetch.MaxBody), done)
                ? null
                : Refused($"has no form that {(_login.Form is { } css ? $"\"{css}\" finds" : "asks for a password")}; correct login.url or login.form");
        }

        var filled = form.Fill([.. values().Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var answer = await FollowAsync(Request(filled, page.Url), cancellationToken);
        if (answer.Result.Error is { } error) return new FetchError(error.Kind, $"the form of {_login.Url} could not be sent ({error.Kind})");
        return Problem(answer.Result, "refused the form")
            ?? (IsDone(answer) ? null : Refused("did not let us in; check the values of login.fields, and login.success"));
    }

    private bool IsDone(LoginPage answer) => _login.Success is { } css
        ? LoginForm.Has(answer.Page(plan.Fetch.MaxBody), css)
        : !LoginForm.Has(answer.Page(plan.Fetch.MaxBody), _login.Form);

    private FetchError? Problem(FetchResult result, string what) => result switch
    {
        { Error: { } error } => error,
        { Status: 429 or >= 500 } => new FetchError(FetchErrorKind.Protocol, $"{_login.Url} {what}: it answered {result.Status}; another attempt may succeed"),
        { Status: >= 400 } => Refused($"{what}: it answered {result.Status}"),
        _ => null,
    };

    private FetchError Refused(string why) => new(FetchErrorKind.Login, $"The login page {_login.Url} {why}.");

    private static FetchRequest Request(LoginForm form, WebUrl page)
    {
        var text = FormText.Of(form.Fields);
        HeaderPlan referer = new("Referer", page.Href);
        return form.IsPost
            ? new FetchRequest
            {
                Url = form.Action.Href,
                Method = "POST",
                Headers = [referer, new("Content-Type", "application/x-www-form-urlencoded")],
                Body = Encoding.ASCII.GetBytes(text),
            }
            : new FetchRequest { Url = $"{form.Action.Href.Split('?', '#')[0]}?{text}", Headers = [referer] };
    }

    private async Task<LoginPage> FollowAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        for (var left = MostRedirects; ; left--)
        {
            var asked = request with { Timeout = plan.Fetch.Timeout, MaxBody = plan.Fetch.MaxBody };
            var page = new LoginPage(WebUrl.Parse(request.Url), await inner.FetchAsync(asked, cancellationToken));
            if (left == 0 || page.Target is not { } target) return page;
            request = page.Result.Status is 307 or 308
                ? request with { Url = target.Href }
                : new FetchRequest { Url = target.Href };
            page.Dispose();
        }
    }
}
