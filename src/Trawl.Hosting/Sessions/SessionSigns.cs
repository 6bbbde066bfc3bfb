using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Pages;
using Trawl.Model.Plans;
using Trawl.Steps.Forms;
using Trawl.Web.Urls;

namespace Trawl.Hosting.Sessions;

/// <summary>Tells from an answer whether the session is over.</summary>
internal sealed class SessionSigns
{
    private readonly LoginPlan _plan;
    private readonly long _maxBody;
    private readonly UrlMatcher _redirects;
    private readonly string _login;

    public SessionSigns(LoginPlan plan, long maxBody)
    {
        (_plan, _maxBody, _login) = (plan, maxBody, WithoutQuery(WebUrl.Parse(plan.Url)));
        _redirects = new UrlMatcher(
            [.. plan.AgainOnRedirect.Select(text => UrlPattern.TryParse(text, out var pattern, out _) ? pattern : null).OfType<UrlPattern>()]);
    }

    public bool IsOver(string url, FetchResult answer) => answer.Error is null && WebUrl.TryParse(url, out var asked) && answer.Status switch
    {
        301 or 302 or 303 or 307 or 308 => LeadsToLogin(asked, answer.Header("Location")),
        >= 200 and < 300 when _plan.AgainOnCss is { } css => LoginForm.Has(new FetchedPage(asked, answer, _maxBody), css),
        _ => _plan.AgainOnStatus.Contains(answer.Status),
    };

    private bool LeadsToLogin(WebUrl asked, string? location) =>
        WebUrl.TryParse(location, asked, out var target) && WithoutQuery(asked) != _login
        && (WithoutQuery(target) == _login || (_plan.AgainOnRedirect.Count > 0 && _redirects.IsMatch(target)));

    private static string WithoutQuery(WebUrl url) => url.Href.Split('?', '#')[0];
}
