using System.Text.Json;

namespace Trawl.Mcp.Tools.Answers;

/// <summary>A field over the records that were looked at.</summary>
internal sealed record FieldOutline(string Name, string Kind, double Filled, JsonElement? Example);
