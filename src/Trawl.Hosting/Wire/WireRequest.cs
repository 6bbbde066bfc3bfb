using System.Text.Json;

namespace Trawl.Hosting.Wire;

/// <summary>A call: one line of JSON.</summary>
/// <param name="Id">Chosen by the caller; the answers carry it.</param>
/// <param name="Method">A name of <see cref="WireMethods"/>.</param>
/// <param name="Params">The request record.</param>
internal sealed record WireRequest(long Id, string Method, JsonElement Params);
