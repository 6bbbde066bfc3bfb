namespace Trawl.Access;

/// <summary>Why something was not done.</summary>
/// <param name="Kind">What sort of reason.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="WayOut">What to do about it.</param>
public sealed record AccessProblem(AccessProblemKind Kind, string Message, string WayOut);
