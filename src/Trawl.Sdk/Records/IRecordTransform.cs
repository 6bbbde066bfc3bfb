namespace Trawl.Sdk.Records;

/// <summary>Changes records, or drops them. Kind <c>transform</c>.</summary>
public interface IRecordTransform
{
    /// <summary>
    /// Changes the record in place. The same record must give the same result: a call may be repeated. An exception sets
    /// this record aside, with the exception's message.
    /// </summary>
    ValueTask TransformAsync(PluginRecord record);
}
