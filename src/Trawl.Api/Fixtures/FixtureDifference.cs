using System.Text.Json;

namespace Trawl.Api.Fixtures;

/// <summary>One thing that is not as expected.</summary>
/// <param name="Place">
/// <c>rules</c>, <c>links</c>, or the place in a record: <c>product["TS-1"].price</c>, <c>review[2].author</c>.
/// </param>
/// <param name="Expected">What was expected; null for nothing.</param>
/// <param name="Actual">What there is; null for nothing.</param>
public sealed record FixtureDifference(string Place, JsonElement? Expected, JsonElement? Actual);
