namespace Trawl.Web.Urls;

/// <summary>Why a pattern is not one.</summary>
/// <param name="Position">The index of the character at fault, from 0.</param>
/// <param name="Message">What is wrong and the way out.</param>
public sealed record PatternError(int Position, string Message);
