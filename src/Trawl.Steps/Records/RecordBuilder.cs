using System.Buffers;
using System.Text;
using System.Text.Json;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;
using Trawl.Model.Records;
using Trawl.Steps.Content;
using Trawl.Steps.Fields;
using Trawl.Steps.Rules;
using Trawl.Steps.Selecting;
using Trawl.Steps.Values;

namespace Trawl.Steps.Records;

/// <summary>Builds one record after the other; its buffers are used again. One thread.</summary>
internal sealed class RecordBuilder : IDisposable
{
    private const int MostKept = 1 << 20;
    private static readonly byte[] Empty = "{}"u8.ToArray();

    private readonly ProblemList _problems = new();
    private readonly List<string> _uniques = [];
    private readonly List<(int Start, int End)> _values = [];
    private readonly Utf8JsonWriter _writer;
    private readonly FieldWriter _fields;
    private ArrayBufferWriter<byte> _buffer = new(4096);

    public RecordBuilder(PageView page)
    {
        _writer = new Utf8JsonWriter(_buffer, JsonText.Options);
        _fields = new FieldWriter(page, _writer, _problems, _uniques);
    }

    /// <summary>The first problem of the last record, when it had any.</summary>
    public RecordProblem? FirstProblem => _problems.Count == 0 ? null : _problems.First;

    public NewRecord Build(CompiledExtract step, in Found scope)
    {
        Start();
        Write(step, scope);
        var isDropped = _problems.Count > 0 && step.OnInvalid == InvalidPolicy.Drop;
        return new NewRecord
        {
            Type = step.Record,
            Status = _problems.Count == 0 ? RecordStatus.Kept : isDropped ? RecordStatus.Dropped : RecordStatus.Quarantined,
            Key = isDropped ? null : KeyOf(step),
            Uniques = isDropped || _uniques.Count == 0 ? [] : [.. _uniques],
            Payload = isDropped ? Empty : _buffer.WrittenSpan.ToArray(),
            Problems = _problems.ToJson(),
        };
    }

    public void Dispose() => _writer.Dispose();

    private void Start()
    {
        _problems.Clear();
        _uniques.Clear();
        _values.Clear();
        if (_buffer.Capacity > MostKept) _buffer = new ArrayBufferWriter<byte>(4096);
        else _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
    }

    private void Write(CompiledExtract step, in Found scope)
    {
        _writer.WriteStartObject();
        foreach (var field in step.Fields)
        {
            _writer.WritePropertyName(field.Name);
            var start = Position;
            _fields.Write(field, scope);
            _values.Add((start, Position));
        }

        _writer.WriteEndObject();
        _writer.Flush();
    }

    private int Position => checked((int)(_writer.BytesCommitted + _writer.BytesPending));

    /// <summary>
    /// The key's values as a JSON array, cut from the record itself. A record of whose key nothing was found is equal
    /// to none: a missing article number does not make all such articles one.
    /// </summary>
    private string? KeyOf(CompiledExtract step)
    {
        if (step.Key.Length == 0) return null;
        var text = new StringBuilder("[");
        var isNull = true;
        foreach (var index in step.Key)
        {
            if (text.Length > 1) text.Append(',');
            var value = index < 0 ? "null"u8 : _buffer.WrittenSpan[_values[index].Start.._values[index].End];
            isNull &= value.SequenceEqual("null"u8);
            text.Append(Encoding.UTF8.GetString(value));
        }

        return isNull ? null : text.Append(']').ToString();
    }
}
