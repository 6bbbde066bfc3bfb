namespace Trawl.Sdk.Records;

/// <summary>Finds what is wrong with records. Kind <c>validate</c>.</summary>
public interface IRecordValidator
{
    /// <summary>
    /// Reports what is wrong with <see cref="PluginRecord.AddProblem"/>; changes are not taken over. The same record must
    /// give the same result: a call may be repeated. An exception sets this record aside, with the exception's message.
    /// </summary>
    ValueTask ValidateAsync(PluginRecord record);
}
