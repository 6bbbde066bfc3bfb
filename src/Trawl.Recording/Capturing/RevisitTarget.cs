using Trawl.Engine.Seams.Store;

namespace Trawl.Recording.Capturing;

/// <summary>A stored body that later answers may refer to.</summary>
/// <param name="Place">The response record.</param>
/// <param name="Url">Its target URI.</param>
/// <param name="Date">Its date.</param>
internal sealed record RevisitTarget(CapturePlace Place, string Url, DateTimeOffset Date);
