using System.Text.Json.Nodes;

namespace Trawl.Sdk.Records;

/// <summary>The records that an extractor makes of a page.</summary>
public sealed class RecordList
{
    private readonly List<PluginRecord> _records = [];

    /// <summary>Makes an empty list; the engine does it, and tests may.</summary>
    /// <param name="type">The type of its records.</param>
    public RecordList(string type) => Type = type;

    /// <summary>The type of its records, as the pipeline names it.</summary>
    public string Type { get; }

    /// <summary>The records so far.</summary>
    public IReadOnlyList<PluginRecord> Records => _records;

    /// <summary>Adds a record.</summary>
    /// <param name="fields">Its fields, as the manifest declares them.</param>
    public PluginRecord Add(JsonObject fields)
    {
        var record = new PluginRecord(Type, fields);
        _records.Add(record);
        return record;
    }
}
