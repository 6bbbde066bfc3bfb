using System.Text;
using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Ids;
using Trawl.Model.Plans;
using Trawl.Model.Requests;
using Trawl.Web.Sitemaps;
using Trawl.Web.Urls;

namespace Trawl.Engine.Admission;

/// <summary>Turns links into requests: canonical form, scope, fingerprint, and out with what is known. Thread-safe.</summary>
internal sealed class LinkAdmission(PipelinePlan plan, UrlForm form)
{
    private const int UsualLinks = 256;

    private readonly ScopeFilter _scope = new(plan.Scope);
    private readonly FingerprintCache _fingerprints = new();

    // With a depth limit the store must see every link: a shorter path may reopen what was parked.
    private readonly SeenFilter? _seen = plan.Scope.Depth is null ? new SeenFilter() : null;

    /// <summary>Gives up what is only kept for speed.</summary>
    public void ForgetCaches() => _fingerprints.Clear();

    public AdmittedLinks Admit(IReadOnlyList<DiscoveredLink> links, LeasedRequest parent)
    {
        if (links.Count == 0)
        {
            return new AdmittedLinks([], 0, 0, 0, null);
        }

        var requests = new List<NewRequest>();
        var distinct = new HashSet<Fingerprint>(Math.Min(links.Count, UsualLinks));
        int known = 0, outside = 0, traps = 0;
        string? trap = null;
        foreach (var link in links)
        {
            var url = form.Of(link.Url);
            var fingerprint = _fingerprints.Of(url.Href);
            if (!distinct.Add(fingerprint))
            {
                continue;
            }

            if (_seen is not null && _seen.Contains(fingerprint))
            {
                known++;
            }
            else if (!_scope.Check(url).InScope)
            {
                outside++;
            }
            else
            {
                var child = Child(url, fingerprint, parent, link.Via, parent.Depth + (link.SameDepth ? 0 : 1));
                if (TrapOf(url, parent, child.Depth) is { } pattern)
                {
                    child = child with { SkipCode = Model.Errors.ErrorCode.SkipTrap, SkipReason = $"It looks endless: {pattern}." };
                    trap ??= pattern;
                    traps++;
                }

                requests.Add(child);
            }
        }

        return new AdmittedLinks(requests, known, outside, traps, trap);
    }

    /// <summary>The request of a sitemap's entry, at depth 0; null when it is outside the scope.</summary>
    public NewRequest? FromSitemap(SitemapEntry entry, LeasedRequest parent)
    {
        var url = form.Of(entry.Url);
        return entry.IsIndex || _scope.Check(url).InScope
            ? Child(url, Fingerprint.Of("GET", url.Href, default), parent, parent.Via, 0) with
            {
                Kind = entry.IsIndex ? RequestKind.Sitemap : RequestKind.Page,
            }
            : null;
    }

    /// <summary>The request of a start point; null when the text is not an http or https URL.</summary>
    public NewRequest? FromStart(string text, string via, RequestKind kind = RequestKind.Page, StartUrl? start = null)
    {
        if (!WebUrl.TryParse(text, out var parsed) || !parsed.IsHttp)
        {
            return null;
        }

        var url = form.Of(parsed);
        var body = start?.Body is { } content ? Encoding.UTF8.GetBytes(content) : [];
        var method = start?.Method ?? "GET";
        return new NewRequest
        {
            Fingerprint = Fingerprint.Of(method, url.Href, body),
            Url = url.Href,
            Host = url.Origin,
            Kind = kind,
            Method = method,
            Headers = start?.Headers ?? [],
            Body = body,
            Via = via,
        };
    }

    /// <summary>The request of a source, stored as skipped when it is outside the scope; null when it is not an http or https URL.</summary>
    public NewRequest? FromSource(StartUrl start, string via)
    {
        var request = FromStart(start.Url, via, RequestKind.Page, start);
        return request is null || _scope.Check(WebUrl.Parse(request.Url)).InScope
            ? request
            : request with { SkipCode = Model.Errors.ErrorCode.SkipScope };
    }

    public RedirectTarget Redirect(LeasedRequest from, string? location)
    {
        if (location is null)
        {
            return new RedirectTarget(null, null, "The redirect has no Location header.");
        }

        if (!WebUrl.TryParse(location, WebUrl.Parse(from.Url), out var parsed) || !parsed.IsHttp)
        {
            return new RedirectTarget(null, null, $"The redirect leads to '{form.Shown(location)}', which is not an http or https URL.");
        }

        if (from.Redirects >= plan.Fetch.MaxRedirects)
        {
            return new RedirectTarget(
                form.Of(parsed).Href, null, $"More than {plan.Fetch.MaxRedirects} redirects in a row (fetch.maxRedirects).");
        }

        var url = form.Of(parsed);
        if (!_scope.Check(url).InScope)
        {
            return new RedirectTarget(url.Href, null, null);
        }

        var child = Child(url, Fingerprint.Of("GET", url.Href, default), from, "redirect", from.Depth);
        return new RedirectTarget(url.Href, child with { Redirects = from.Redirects + 1, Kind = from.Kind }, null);
    }

    /// <summary>A line of a file as it may be shown.</summary>
    public string Shown(string text) => form.Shown(text);

    /// <summary>Notes what a commit stored.</summary>
    public void Remember(IReadOnlyList<Settlement> stored)
    {
        if (_seen is null)
        {
            return;
        }

        foreach (var settlement in stored)
        {
            foreach (var child in settlement.Children)
            {
                _seen.Add(child.Fingerprint);
            }
        }
    }

    private string? TrapOf(WebUrl url, LeasedRequest page, int depth) =>
        plan.Scope.FollowTraps == true ? null : CrawlerTrap.Find(url, page.Url, depth);

    private static NewRequest Child(WebUrl url, Fingerprint fingerprint, LeasedRequest parent, string via, int depth) => new()
    {
        Fingerprint = fingerprint,
        Url = url.Href,
        Host = url.Origin,
        Depth = depth,
        ParentId = parent.Id,
        Via = via,
    };
}
