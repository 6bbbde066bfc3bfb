using Trawl.Model.Journal;

namespace Trawl.Engine.Seams.Outputs;

/// <summary>What is to be said of a run at its end: the data of a journal entry.</summary>
public sealed record RunFinding(JournalKind Kind, string Data);
