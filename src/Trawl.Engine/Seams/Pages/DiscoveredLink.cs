using Trawl.Web.Urls;

namespace Trawl.Engine.Seams.Pages;

/// <summary>A link that a rule wants followed; the engine decides whether it is in scope and new.</summary>
/// <param name="Url">Resolved against the page.</param>
/// <param name="Via">The rule that found it, for explanations.</param>
/// <param name="SameDepth">Whether it leads to a sibling page and costs no depth.</param>
public readonly record struct DiscoveredLink(WebUrl Url, string Via, bool SameDepth);
