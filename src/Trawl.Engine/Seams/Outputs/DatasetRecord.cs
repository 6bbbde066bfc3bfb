namespace Trawl.Engine.Seams.Outputs;

/// <summary>A record of a finished run.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Json">A JSON object in UTF-8.</param>
public sealed record DatasetRecord(string Type, byte[] Json);
