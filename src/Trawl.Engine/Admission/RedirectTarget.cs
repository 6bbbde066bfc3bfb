using Trawl.Engine.Seams.Store;

namespace Trawl.Engine.Admission;

/// <summary>Where a redirect leads.</summary>
/// <param name="Url">The resolved target.</param>
/// <param name="Request">The request it becomes; null when it is outside the scope.</param>
/// <param name="Problem">Why it leads nowhere; null when it does not.</param>
internal readonly record struct RedirectTarget(string? Url, NewRequest? Request, string? Problem);
