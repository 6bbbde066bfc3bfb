using System.Security.Cryptography;
using System.Text;
using Trawl.Model.Plans;
using Trawl.Model.Serialization;

namespace Trawl.Drift.Building;

/// <summary>Short names for parts of a plan: equal parts have equal names.</summary>
internal static class PlanNames
{
    private static readonly PipelinePlan _blank = new() { Name = "", Start = [] };

    /// <summary>What is crawled: start, scope, canonical URLs, rules' URLs and links. Not what is extracted, nor how fast.</summary>
    public static string Extent(PipelinePlan plan) => Hash(_blank with
    {
        Start = plan.Start,
        Scope = plan.Scope,
        Canonical = plan.Canonical,
        Pages = [.. plan.Pages.Select(p => p with { Extract = [] })],
    });

    /// <summary>How a field's texts become values. Not where they are found: a new selector should find the same.</summary>
    public static string Reading(FieldPlan field) => Hash(_blank with
    {
        Records =
        [
            new RecordType
            {
                Name = "",
                Fields = [field with { Name = "", Selectors = [], Rules = new FieldRules(), Fields = [], Default = null }],
            },
        ],
    });

    private static string Hash(PipelinePlan part) =>
        Convert.ToHexStringLower(SHA256.HashData(PlanJson.Write(part)).AsSpan(0, 8));
}
