namespace Trawl.Steps;

/// <summary>What one rule made of a page, for people who ask why.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Matched">Whether it applied.</param>
/// <param name="Reason">Why it did not; null when it did.</param>
/// <param name="Selectors">What each selector found, in the order of the rule; empty when the page was not looked into.</param>
public sealed record RuleFinding(string Rule, bool Matched, string? Reason, IReadOnlyList<SelectorFinding> Selectors);
