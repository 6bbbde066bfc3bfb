using Trawl.Sdk.Records;

namespace Trawl.Plugins.Trial;

internal sealed class TrialValidator : IRecordValidator
{
    public ValueTask ValidateAsync(PluginRecord record)
    {
        if (record.Text("title") is { Length: > 100 } title) record.AddProblem("title", "brevity", $"{title.Length} characters are too many.");
        record["title"] = "changes of a validator do not count";
        return default;
    }
}
