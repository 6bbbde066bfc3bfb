using Trawl.Engine.Seams.Store;

namespace Trawl.Engine.Admission;

/// <summary>What became of a page's links.</summary>
/// <param name="Requests">In scope, distinct, not known to be stored.</param>
/// <param name="Known">Distinct links left out because they are stored.</param>
/// <param name="Outside">Distinct links left out because they are outside the scope.</param>
internal readonly record struct AdmittedLinks(IReadOnlyList<NewRequest> Requests, int Known, int Outside);
