using System.Buffers;
using System.Text.Json;
using Trawl.Engine.Seams.Plugins;
using Trawl.Engine.Seams.Store;

namespace Trawl.Storage.Runs;

/// <summary>The data of an AttemptSettled entry: compact, and what is null or zero is left out.</summary>
internal sealed class SettlementJson
{
    private readonly ArrayBufferWriter<byte> _buffer = new(512);
    private readonly Utf8JsonWriter _writer;

    internal SettlementJson() => _writer = new Utf8JsonWriter(_buffer);

    /// <summary>The JSON; valid until the next call.</summary>
    internal ReadOnlySpan<byte> Write(Settlement settlement, int added, int known)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
        _writer.WriteStartObject();
        _writer.WriteString("as"u8, Name(settlement.As));
        Text("code"u8, settlement.Code);
        Text("reason"u8, settlement.Reason);
        Number("status"u8, settlement.Status);
        Number("bytes"u8, settlement.Bytes);
        if (settlement.Kept is { } kept)
        {
            _writer.WriteNumber("kept"u8, kept);
        }

        Number("ms"u8, Times.Store(settlement.Duration));
        Text("redirectedTo"u8, settlement.RedirectedTo);
        Text("rules"u8, settlement.Rules);
        Number("records"u8, settlement.Records.Count);
        Number("new"u8, added);
        Number("known"u8, known);
        Number("outside"u8, settlement.OutsideLinks);
        Number("traps"u8, settlement.Traps);
        Text("trap"u8, settlement.Trap);
        if (settlement.Fatal)
        {
            _writer.WriteBoolean("fatal"u8, true);
        }

        Plugins(settlement.Plugins);
        if (settlement.NotBefore is { } notBefore)
        {
            _writer.WriteNumber("notBefore"u8, Times.Store(notBefore));
        }

        _writer.WriteEndObject();
        _writer.Flush();
        return _buffer.WrittenSpan;
    }

    private static ReadOnlySpan<byte> Name(SettledAs settledAs) => settledAs switch
    {
        SettledAs.Done => "done"u8,
        SettledAs.Failed => "failed"u8,
        SettledAs.Skipped => "skipped"u8,
        _ => "retry"u8,
    };

    private void Plugins(IReadOnlyList<PluginTrace> traces)
    {
        if (traces.Count == 0)
        {
            return;
        }

        _writer.WriteStartObject("plugins"u8);
        foreach (var trace in traces)
        {
            _writer.WriteStartObject(trace.Step);
            _writer.WriteString("digest"u8, trace.Digest);
            Number("calls"u8, trace.Calls);
            Number("dropped"u8, trace.Dropped);
            _writer.WriteEndObject();
        }

        _writer.WriteEndObject();
    }

    private void Text(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            _writer.WriteString(name, value);
        }
    }

    private void Number(ReadOnlySpan<byte> name, long value)
    {
        if (value != 0)
        {
            _writer.WriteNumber(name, value);
        }
    }
}
