namespace Trawl.Enrich.Answers;

/// <summary>What questions cost.</summary>
/// <param name="Calls">Questions asked.</param>
/// <param name="Milliseconds">Time waited for answers.</param>
/// <param name="Bytes">Bytes of the answers, as UTF-8.</param>
/// <param name="Tokens">Tokens read and written by a model.</param>
internal readonly record struct Spending(long Calls, long Milliseconds, long Bytes, long Tokens);
