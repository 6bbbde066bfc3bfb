using Trawl.Sdk.Pages;
using Trawl.Sdk.Records;
using Trawl.Sdk.Wire;

namespace Trawl.Sdk.Working;

/// <summary>Hands pages to extractors and parsers.</summary>
internal static class PageCalls
{
    public static async ValueTask<(AnswerMeta, IReadOnlyList<ReadOnlyMemory<byte>>)> ExtractAsync(
        IPageExtractor part, CallMeta call, ReadOnlyMemory<byte> body)
    {
        var records = new RecordList(call.Record ?? "");
        await part.ExtractAsync(new PluginPage(call.Page!, body), records);
        var blobs = records.Records.Select(record => RecordCalls.Write(record.Fields)).ToArray();
        var items = records.Records.Select((record, i) => new ItemMeta { Blob = i + 1, Problems = [.. record.Found] });
        return (new AnswerMeta { Items = [.. items] }, blobs);
    }

    public static async ValueTask<(AnswerMeta, IReadOnlyList<ReadOnlyMemory<byte>>)> ParseAsync(
        IPageParser part, CallMeta call, ReadOnlyMemory<byte> body)
    {
        var document = await part.ParseAsync(new PluginPage(call.Page!, body));
        return document is null ? (new AnswerMeta(), []) : (new AnswerMeta { ContentType = document.ContentType }, [document.Body]);
    }
}
