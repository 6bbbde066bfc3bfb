namespace Trawl.Engine.Admission;

/// <summary>Whether a URL belongs to the run, and what decided it.</summary>
/// <param name="InScope">Whether it does.</param>
/// <param name="Rule">The setting that decided, such as <c>scope.exclude</c>.</param>
/// <param name="Pattern">The pattern of that setting; null when none matched.</param>
public readonly record struct ScopeVerdict(bool InScope, string Rule, string? Pattern);
