using Trawl.Engine.Seams.Fetching;
using Trawl.Model.Plans;
using Trawl.Web.Urls;

namespace Trawl.Engine.Admission;

/// <summary>The form in which a run knows a URL: canonical by the plan's rules, secrets sealed. Thread-safe.</summary>
/// <param name="plan">The rules.</param>
/// <param name="seal">Takes secrets out; null where the plan names none.</param>
public sealed class UrlForm(CanonicalPlan plan, IUrlSeal? seal = null)
{
    public UrlCanonicalizer Canonicalizer { get; } = Canonical.Of(plan);

    public WebUrl Of(WebUrl url)
    {
        var canonical = Canonicalizer.Canonicalize(url);
        if (seal is null)
        {
            return canonical;
        }

        var text = seal.Seal(canonical.Href);
        return ReferenceEquals(text, canonical.Href) ? canonical : WebUrl.Parse(text);
    }

    /// <summary>A text that may hold URLs, as it may be written down.</summary>
    public string Shown(string text) => seal?.Seal(text) ?? text;
}
