using Trawl.Model.Plans;

namespace Trawl.Fetch.Headers;

/// <summary>An honest name: who crawls, and whom to ask.</summary>
public static class UserAgent
{
    private static readonly string s_product =
        "Trawl/" + (typeof(UserAgent).Assembly.GetName().Version?.ToString(3) ?? "0");

    /// <summary>What a plan's requests say of who sends them.</summary>
    public static string From(FetchPlan plan)
    {
        if (!string.IsNullOrWhiteSpace(plan.UserAgent)) return plan.UserAgent;
        var contact = plan.Contact?.Trim();
        if (string.IsNullOrEmpty(contact)) return s_product;
        // A comment ends at its bracket (RFC 9110 §5.6.5).
        contact = contact.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
        return $"{s_product} (+{contact})";
    }
}
