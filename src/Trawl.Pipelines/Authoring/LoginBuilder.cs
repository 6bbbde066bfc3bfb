namespace Trawl.Pipelines.Authoring;

/// <summary>Says how a run logs in; what is not said is as in <see cref="Model.Plans.LoginPlan"/>.</summary>
public sealed class LoginBuilder
{
    private readonly Draft _draft;

    internal LoginBuilder(Draft draft) => _draft = draft;

    /// <summary>Names the form, where the first one that asks for a password is not the one.</summary>
    /// <param name="css">A CSS selector.</param>
    public LoginBuilder Form(string css) => Set("form", css);

    /// <summary>Fills a field in.</summary>
    /// <param name="name">Its name, as the form has it.</param>
    /// <param name="value">Any text; <c>${env:NAME}</c> is not stored with the run but filled in when the form is sent.</param>
    public LoginBuilder Field(string name, string value)
    {
        _draft.Map("fields").Set(name, value);
        return this;
    }

    /// <summary>Names what is found on the page behind the form once the login is done.</summary>
    /// <param name="css">A CSS selector.</param>
    public LoginBuilder Success(string css) => Set("success", css);

    /// <summary>Logs in again when a page is answered with one of these statuses, 400 to 499; default 401.</summary>
    public LoginBuilder AgainOnStatus(params int[] statuses)
    {
        Again.Add("status", statuses.Select(status => status.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return this;
    }

    /// <summary>Logs in again when a page redirects to where one of these URL patterns fits, as to the login page itself.</summary>
    public LoginBuilder AgainOnRedirect(params string[] patterns)
    {
        Again.Add("redirect", patterns);
        return this;
    }

    /// <summary>Logs in again when this is found on a page.</summary>
    /// <param name="css">A CSS selector.</param>
    public LoginBuilder AgainOn(string css)
    {
        Again.Set("css", css);
        return this;
    }

    private Draft Again => _draft.Map("again");

    private LoginBuilder Set(string key, string css)
    {
        _draft.Set(key, css);
        return this;
    }
}
