using System.Text.Json;

namespace Trawl.Mcp.Tools.Answers;

internal sealed record RecordRow(long Id, string Type, string Url, JsonElement Data, IReadOnlyList<string>? Problems);
