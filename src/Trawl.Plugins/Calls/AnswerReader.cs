using System.Security.Cryptography;
using System.Text.Json;
using Trawl.Engine.Seams.Plugins;
using Trawl.Model.Errors;
using Trawl.Model.Plugins;
using Trawl.Model.Records;
using Trawl.Plugins.Workers;
using Trawl.Sdk.Wire;

namespace Trawl.Plugins.Calls;

/// <summary>Reads what workers answer, and believes none of it.</summary>
internal static class AnswerReader
{
    /// <summary>Problems of one record; more are not worth keeping.</summary>
    private const int MostProblems = 100;

    private const int LongestText = 4_000;

    /// <exception cref="WireException">The answer does not fit the call.</exception>
    public static PluginReply Read(PluginCall call, WireMessage answer)
    {
        var meta = Meta(answer);
        var reply = new PluginReply { Digest = Digest(answer) };
        if (call.Kind == PluginKind.Parse) return reply with { Document = Document(meta, answer) };
        if (call.Kind != PluginKind.Extract && meta.Items.Length != call.Records.Count)
            throw new WireException($"It was given {call.Records.Count} records and answered for {meta.Items.Length}.");
        return reply with { Items = [.. meta.Items.Select(item => Item(call, item, answer))] };
    }

    public static AnswerMeta Meta(WireMessage answer) =>
        JsonSerializer.Deserialize(answer.Meta.Span, WireJson.Plain.AnswerMeta) ?? throw new WireException("The answer is null.");

    /// <exception cref="WorkerLostException">It says nothing of the kind.</exception>
    public static OpenedMeta Opened(WireMessage message)
    {
        try
        {
            if (JsonSerializer.Deserialize(message.Meta.Span, WireJson.Plain.OpenedMeta) is { Kinds: not null } opened) return opened;
            throw WorkerLostException.Of(ErrorCode.PluginProtocol, "does not say what it is");
        }
        catch (JsonException fault)
        {
            throw WorkerLostException.Of(ErrorCode.PluginProtocol, $"does not say what it is: {fault.Message}");
        }
    }

    public static string Failure(WireMessage message) =>
        Cut(JsonSerializer.Deserialize(message.Meta.Span, WireJson.Plain.FailureMeta)?.Message ?? "it did not say why");

    private static PluginItem Item(PluginCall call, ItemMeta item, WireMessage answer)
    {
        if (item.Blob < 0 || item.Blob > answer.Blobs.Count) throw new WireException($"An item names blob {item.Blob} of {answer.Blobs.Count}.");
        if (item.Drop is not null && call.Kind != PluginKind.Transform) throw new WireException($"Only a transform drops records, not \"{call.Kind}\".");
        var problems = item.Problems.Take(MostProblems)
            .Select(p => new RecordProblem(Cut(p.Field ?? ""), $"plugin:{call.Plugin}:{Cut(p.Rule ?? "")}", Cut(p.Message ?? ""))).ToList();
        if (item.Fault is { } fault) problems.Add(new RecordProblem("", $"plugin:{call.Plugin}", Cut(fault)));
        return new PluginItem
        {
            Payload = item.Blob == 0 || call.Kind == PluginKind.Validate ? default : answer.Blobs[item.Blob - 1],
            Dropped = item.Drop is null ? null : Cut(item.Drop),
            Problems = problems,
        };
    }

    private static PluginDocument? Document(AnswerMeta meta, WireMessage answer)
    {
        if (meta.ContentType is not { } type) return null;
        return answer.Blobs.Count == 1 ? new PluginDocument(Cut(type), answer.Blobs[0])
            : throw new WireException($"A document is one blob; it sent {answer.Blobs.Count}.");
    }

    private static byte[] Digest(WireMessage answer)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(answer.Meta.Span);
        foreach (var blob in answer.Blobs)
        {
            hash.AppendData(BitConverter.GetBytes(blob.Length));
            hash.AppendData(blob.Span);
        }

        return hash.GetHashAndReset();
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";
}
