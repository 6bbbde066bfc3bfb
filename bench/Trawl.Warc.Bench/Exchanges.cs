using Trawl.Warc.Http;
using Trawl.Warc.Reading;
using Trawl.Warc.Writing;

namespace Trawl.Warc.Bench;

/// <summary>Requests and answers of an archive, in memory, to be written again.</summary>
internal sealed class Exchanges
{
    private readonly List<(WarcEnvelope Envelope, HttpMessage Message)> _messages = [];

    public int Count => _messages.Count;

    public static Exchanges Load(string file)
    {
        var loaded = new Exchanges();
        using var reader = WarcReader.Open(file);
        while (reader.Read() is { } record)
        {
            if (record.Type is not (WarcRecordType.Response or WarcRecordType.Request) || record.ReadHttpHead() is not { } head) continue;
            var envelope = new WarcEnvelope { TargetUri = record.TargetUri!, Date = record.Date!.Value };
            loaded._messages.Add((envelope, new HttpMessage(head.StartLine, [.. head.Fields], record.ReadPayload(1 << 28))));
        }

        return loaded;
    }

    public void WriteTo(WarcWriter writer)
    {
        foreach (var (envelope, message) in _messages)
        {
            if (message.StartLine.StartsWith("HTTP/", StringComparison.Ordinal)) writer.WriteResponse(envelope, message);
            else writer.WriteRequest(envelope, message);
        }
    }
}
