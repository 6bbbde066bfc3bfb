using Trawl.Model.Plans;
using Trawl.Steps.Fields;
using Trawl.Steps.Selecting;

namespace Trawl.Steps.Records;

/// <summary>An extract step ready to be applied.</summary>
internal sealed class CompiledExtract
{
    public CompiledExtract(ExtractStep step, PipelinePlan plan, SelectorCompiler selectors)
    {
        Record = step.Record;
        Each = step.Each is null ? null : selectors.Compile(step.Each);
        Fields = FieldCompiler.Compile(step.Fields, "", selectors);
        var type = plan.Records.FirstOrDefault(record => record.Name == step.Record);
        OnInvalid = type?.OnInvalid ?? InvalidPolicy.Quarantine;
        Key = [.. (type?.Key ?? []).Select(IndexOf)];
        NeedsBody = Each is not null || Fields.Any(FieldCompiler.NeedsBody);
    }

    public string Record { get; }

    public ItemSelector? Each { get; }

    public CompiledField[] Fields { get; }

    public InvalidPolicy OnInvalid { get; }

    /// <summary>Indices of the key's fields; -1 for one that this step does not have.</summary>
    public int[] Key { get; }

    public bool NeedsBody { get; }

    private int IndexOf(string name) => Array.FindIndex(Fields, field => field.Plan.Name == name);
}
