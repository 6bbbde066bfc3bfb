namespace Trawl.Sdk.Records;

/// <summary>Adds fields to records. Kind <c>enrich</c>.</summary>
public interface IRecordEnricher
{
    /// <summary>
    /// Adds fields to the record; changes to what it has already are not taken over. The same record must give the same
    /// result: a call may be repeated. An exception sets this record aside, with the exception's message.
    /// </summary>
    ValueTask EnrichAsync(PluginRecord record);
}
