namespace Trawl.Model.Plans;

/// <summary>One step that changes a text.</summary>
/// <param name="Name">
/// <c>trim</c>, <c>collapse</c>, <c>lower</c>, <c>upper</c>, <c>replace</c> (from, to), <c>regex</c> (pattern; group 1 or
/// the match), <c>remove</c> (pattern), <c>split</c> (separator; makes a list), <c>join</c> (separator), <c>prefix</c>,
/// <c>suffix</c>, <c>slice</c> (start, length), <c>map</c> (pairs), <c>stripTags</c>, <c>unescape</c>.
/// </param>
/// <param name="Arguments">Its arguments in the order above.</param>
public sealed record TransformPlan(string Name, IReadOnlyList<string> Arguments);
