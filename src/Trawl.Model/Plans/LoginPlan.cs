namespace Trawl.Model.Plans;

/// <summary>How a run logs in, and how it notices that it has to do so again.</summary>
public sealed record LoginPlan
{
    /// <summary>The page that has the form.</summary>
    public required string Url { get; init; }

    /// <summary>CSS selector of the form; null for the first one with a password in it.</summary>
    public string? Form { get; init; }

    /// <summary>
    /// What is filled in; <c>${env:NAME}</c> is not stored with the plan but replaced when it is sent. Values written into the
    /// pipeline are sealed in the run's copy of the plan.
    /// </summary>
    public required IReadOnlyList<HeaderPlan> Fields { get; init; }

    /// <summary>CSS selector that finds something once the login is done; null: the form is not there any more.</summary>
    public string? Success { get; init; }

    /// <summary>Statuses that say that the session is over.</summary>
    public IReadOnlyList<int> AgainOnStatus { get; init; } = [401];

    /// <summary>URL patterns: a redirect there says that the session is over, as one to <see cref="Url"/> always does.</summary>
    public IReadOnlyList<string> AgainOnRedirect { get; init; } = [];

    /// <summary>CSS selector: a page where it finds something says that the session is over; null for none.</summary>
    public string? AgainOnCss { get; init; }
}
