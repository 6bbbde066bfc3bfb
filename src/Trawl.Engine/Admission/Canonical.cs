using Trawl.Model.Plans;
using Trawl.Web.Urls;

namespace Trawl.Engine.Admission;

/// <summary>A plan's rules for making URLs comparable.</summary>
public static class Canonical
{
    public static UrlCanonicalizer Of(CanonicalPlan plan) => new(new CanonicalRules
    {
        RemoveParameters = plan.DropParameters,
        SortParameters = plan.SortQuery,
        StripTrailingSlash = plan.DropTrailingSlash,
        DropEmptyQuery = plan.DropEmptyQuery,
    });
}
