using Trawl.Engine.Seams.Store;

namespace Trawl.Engine.Admission;

/// <summary>What became of a page's links.</summary>
/// <param name="Requests">In scope, distinct, not known to be stored; those that look like a trap are to be skipped.</param>
/// <param name="Known">Distinct links left out because they are stored.</param>
/// <param name="Outside">Distinct links left out because they are outside the scope.</param>
/// <param name="Traps">How many of the requests look like a trap.</param>
/// <param name="Trap">The pattern of the first of them; null when there is none.</param>
internal readonly record struct AdmittedLinks(IReadOnlyList<NewRequest> Requests, int Known, int Outside, int Traps, string? Trap);
