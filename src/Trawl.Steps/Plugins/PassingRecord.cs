using Trawl.Engine.Seams.Plugins;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Plugins;
using Trawl.Model.Records;

namespace Trawl.Steps.Plugins;

/// <summary>A record between two steps.</summary>
internal sealed class PassingRecord
{
    private readonly List<RecordProblem> _problems = [];
    private readonly bool _wasKept;
    private bool _isChanged;

    public PassingRecord(NewRecord record)
    {
        (Result, Payload, _wasKept) = (record, record.Payload, record.Status == RecordStatus.Kept);
    }

    public string Type => Result.Type;

    /// <summary>The record as it is now, a UTF-8 JSON object.</summary>
    public ReadOnlyMemory<byte> Payload { get; private set; }

    public bool IsDropped { get; private set; }

    /// <summary>Whether further steps are to see it.</summary>
    public bool IsValid => _wasKept && _problems.Count == 0 && !IsDropped;

    public NewRecord Result { get; private set; }

    public void Take(PluginItem item, PluginKind kind, string plugin)
    {
        IsDropped = item.Dropped is not null;
        _problems.AddRange(item.Problems);
        if (item.Payload.IsEmpty) return;
        _isChanged = true;
        if (kind == PluginKind.Transform) Payload = item.Payload;
        else if (RecordMerge.Add(Payload, item.Payload) is { } merged) Payload = merged;
        else _problems.Add(new RecordProblem("", $"plugin:{plugin}", "The plugin's answer is not a JSON object."));
    }

    /// <summary>Brings what the steps left into the form of its type.</summary>
    public void Form(RecordForm form, string plugin)
    {
        if (_isChanged || _problems.Count > 0) Result = form.Build(Payload, _problems, plugin);
    }
}
